import EmojiConvertor from 'emoji-js'

const convertor = new EmojiConvertor()
convertor.replace_mode = 'unified'
convertor.allow_native = true

/** Slack's way of writing an emoji, with its skin tone; nothing that is part of a word or of a time, `10:30:15`. */
const SHORTCODE = /(?<![\p{L}\p{N}]):[a-z0-9_+'-]+:(?::skin-tone-[2-6]:)?/gu

/** The public reads 😄, not `:smile:`. A workspace's own emoji and what is none stay as they are. */
export const withEmoji = (text: string): string => text.replace(SHORTCODE, (it) => convertor.replace_colons(it))

/** `1f44b-1f3fb`, as Slack gives it beside an emoji's name. Null for what is no such thing. */
export function fromUnicode(unicode: string): string | null {
  if (!/^[0-9a-f]{1,6}(-[0-9a-f]{1,6})*$/i.test(unicode)) return null
  const points = unicode.split('-').map((it) => Number.parseInt(it, 16))
  return points.every((it) => it <= 0x10ffff) ? String.fromCodePoint(...points) : null
}
