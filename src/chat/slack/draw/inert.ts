/** Bidi overrides, isolates and marks: they make what stands there read as something else. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** Everything that nobody sees: zero width, fillers, tags, variation selectors (Unicode's own list) and controls. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cc}|[\ufff9-\ufffb]/gu
/** Control characters that a text may not keep: all but the line break. */
const CONTROL = /(?!\n)\p{Cc}/gu
const LINE_END = /\r\n?|[\u0085\u2028\u2029\v\f]/gu

const NAME = 60

/**
 * One line that shows what it is: without anything that turns, hides or breaks letters, cut after so many of them. What
 * remains is literal: it may only stand in plain or rich text, never in mrkdwn.
 */
export function inertLine(said: string, limit: number): string {
  const shown = inertText(said).replace(/\n/g, ' ').replace(UNSEEN, '').replace(/\s+/gu, ' ').trim()
  const letters = [...shown]
  return letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : shown
}

/** The same for a person's name, which is never empty. */
export const inertName = (name: string): string => inertLine(name, NAME) || '?'

/**
 * What somebody wrote, with its lines, but without what turns letters round and without control characters. Joiners
 * stay: emoji and several scripts need them.
 */
export const inertText = (text: string): string =>
  text.toWellFormed().replace(LINE_END, '\n').replace(BIDI, '').replace(/\t/g, ' ').replace(CONTROL, '')

/** Joiners and variation selectors: without them an emoji falls apart. */
const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/u

/** What the station says, in which names and words of others may stand: as `inertText`, and nothing is hidden in it. */
export const inertSaid = (text: string): string =>
  inertText(text).replace(UNSEEN, (it) => (it === '\n' || JOINERS.test(it) ? it : ''))
