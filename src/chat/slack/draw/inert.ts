/** Bidi overrides, isolates and marks: they make what stands there read as something else. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** Everything that nobody sees: zero width, fillers, tags, variation selectors (Unicode's own list) and controls. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cc}|[\ufff9-\ufffb]/gu
/** Joiners and variation selectors: without them an emoji falls apart. */
const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/u
/** Control characters that a text may not keep: all but the line break. */
const CONTROL = /(?!\n)\p{Cc}/gu
const LINE_END = /\r\n?|[\u0085\u2028\u2029\v\f]/gu

const NAME = 60
/** So much more than is shown is looked at, for what falls out. All of a text of any length would take long. */
const LOOKED_AT = 8

/**
 * What somebody wrote, with its lines, but without what turns letters round and without control characters. Joiners
 * stay: emoji and several scripts need them.
 */
export const inertText = (text: string): string =>
  text.toWellFormed().replace(LINE_END, '\n').replace(BIDI, '').replace(/\t/g, ' ').replace(CONTROL, '')

/** What the station says, in which names and words of others may stand: as `inertText`, and nothing is hidden in it. */
export const inertSaid = (text: string): string =>
  inertText(text).replace(UNSEEN, (it) => (it === '\n' || JOINERS.test(it) ? it : ''))

/** The same on one line of at most so many letters, cut visibly. */
export const inertLine = (said: string, limit: number): string =>
  cut(inertSaid(said.slice(0, limit * LOOKED_AT)), limit)

/**
 * A person's name, which shows what it is: nothing is hidden in it, no joiners either, and it is never empty. What
 * remains is literal: it may only stand in plain or rich text, never in mrkdwn.
 */
export const inertName = (name: string): string =>
  cut(
    inertSaid(name.slice(0, NAME * LOOKED_AT))
      .replace(/\n/g, ' ')
      .replace(UNSEEN, ''),
    NAME,
  ) || '?'

function cut(line: string, limit: number): string {
  const shown = line.replace(/\s+/gu, ' ').trim()
  const letters = [...shown]
  return letters.length > limit ? `${letters.slice(0, limit - 1).join('')}…` : shown
}
