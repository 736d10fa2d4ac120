/** Bidi overrides, isolates and marks: they make what stands there read as something else. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** Everything that nobody sees: zero width, fillers, tags, variation selectors (Unicode's own list) and controls. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cc}|[\ufff9-\ufffb]/gu
/** Control characters that a text may not keep: all but the line break. */
const CONTROL = /(?!\n)\p{Cc}/gu
const LINE_END = /\r\n?|[\u0085\u2028\u2029\v\f]/gu

const NAME = 60

/**
 * A person's name on one line that shows what it is: without anything that turns, hides or breaks letters, at most 60
 * letters. What remains is literal: it may only stand in plain or rich text, never in mrkdwn.
 */
export function inertName(name: string): string {
  const shown = name.toWellFormed().replace(/\s/gu, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim()
  const letters = [...shown]
  if (letters.length === 0) return '?'
  return letters.length > NAME ? `${letters.slice(0, NAME - 1).join('')}…` : shown
}

/**
 * What somebody wrote, with its lines, but without what turns letters round and without control characters. Joiners
 * stay: emoji and several scripts need them.
 */
export const inertText = (text: string): string =>
  text.toWellFormed().replace(LINE_END, '\n').replace(BIDI, '').replace(/\t/g, ' ').replace(CONTROL, '')
