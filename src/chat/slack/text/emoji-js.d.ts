declare module 'emoji-js' {
  export default class EmojiConvertor {
    replace_mode: 'unified' | 'softbank' | 'google' | 'css' | 'img'
    allow_native: boolean
    /** Puts what `replace_mode` says in the place of each `:shortcode:` that it knows. */
    replace_colons(text: string): string
  }
}
