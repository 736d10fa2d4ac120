const letters = new Intl.Segmenter('nl', { granularity: 'grapheme' })
/** A letter of more parts than this is one that nobody writes to be read. */
const LONGEST_LETTER = 64

/** At most `limit` UTF-16 units, cut between letters with "…" where it is longer. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  const last = letters.segment(text.slice(0, limit + LONGEST_LETTER)).containing(limit - 1)
  const end = last && last.index > 0 ? last.index : limit - 1
  return `${text.slice(0, end)}…`.toWellFormed()
}

/** The same with at most so many lines. */
export function cutLines(text: string, limit: number, lines: number): string {
  let end = -1
  for (let n = 0; n < lines; n += 1) {
    end = text.indexOf('\n', end + 1)
    if (end === -1) return clip(text, limit)
  }
  return end < limit ? `${text.slice(0, end).trimEnd()}…` : clip(text, limit)
}

/** More than this of a text is never looked at: nothing shows so much, and looking takes time. */
const LOOKED_AT = 8_000

/** A text made inert and cut; `whole` is its length in letters where it was cut, else null. */
export function cutInert(
  text: string,
  inert: (text: string) => string,
  { limit, lines }: { limit: number; lines: number },
): { shown: string; whole: number | null } {
  const far = text.length > LOOKED_AT
  const words = inert(far ? `${text.slice(0, LOOKED_AT)}…` : text).trim()
  const shown = cutLines(words, limit, lines)
  return { shown, whole: far || shown !== words ? lettersIn(text.trim()) : null }
}

/** Code points; a text of the public may be of any length, and spreading it into a list takes long. */
function lettersIn(text: string): number {
  let pairs = 0
  for (let at = 0; at < text.length; at += 1) if ((text.codePointAt(at) ?? 0) > 0xffff) pairs += 1
  return text.length - pairs
}
