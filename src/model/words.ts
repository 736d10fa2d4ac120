/** What joins the letters of a word without being one: `don't`, `foto’s`; and what nobody sees, a soft hyphen. */
const INSIDE = /(?<=[\p{L}\p{N}])['’‘`´](?=[\p{L}\p{N}])|\p{Cf}/gu
const WORD = /[\p{L}\p{N}]+/gu

/** The words of a text without regard to capitals, accents, punctuation and how letters are encoded. */
export const wordsOf = (text: string): string[] =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(INSIDE, '').toLowerCase().match(WORD) ?? []

/** One word of a phrase; `open` where any ending may follow. */
interface PhraseWord {
  word: string
  open: boolean
}
/** Words that follow one another. */
export type Phrase = readonly PhraseWord[]

/** A phrase as people write it down: `zelfmoord*`, `wil niet meer leven`. A `*` stands at a word's end. */
export const readPhrase = (said: string): Phrase =>
  said
    .trim()
    .split(/\s+/)
    .flatMap((part) => {
      const words = wordsOf(part)
      return words.map((word, at) => ({ word, open: at === words.length - 1 && part.endsWith('*') }))
    })

/** Whether a phrase stands in a text's words. */
export function hasPhrase(words: readonly string[], phrase: Phrase): boolean {
  const [first] = phrase
  if (!first) return false
  for (let at = 0; at + phrase.length <= words.length; at += 1)
    if (isWord(words[at] ?? '', first) && phrase.every((part, n) => isWord(words[at + n] ?? '', part))) return true
  return false
}

const isWord = (said: string, { word, open }: PhraseWord): boolean => (open ? said.startsWith(word) : said === word)
