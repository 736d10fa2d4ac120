const BEFORE = 30
const LONGEST = 120

/**
 * A line of what somebody wrote, around the first of the words that is in it; without characters that turn or hide
 * what stands beside them.
 */
export function excerpt(text: string, words: readonly string[] = []): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  const letters = [...line]
  const found = words.map((word) => line.toLowerCase().indexOf(word.toLowerCase())).filter((at) => at >= 0)
  const at = found.length === 0 ? 0 : [...line.slice(0, Math.min(...found))].length
  const from = letters.length <= LONGEST || at <= BEFORE ? 0 : at - BEFORE
  const shown = letters.slice(from, from + LONGEST).join('')
  return `${from > 0 ? '…' : ''}${shown}${from + LONGEST < letters.length ? '…' : ''}`
}
