import { localAt } from './local-time.ts'
import { FORMS } from './moment-forms.ts'
import type { Moment, MomentFault } from './moment-said.ts'

export type { Moment, MomentFault }

/** A moment at the head of a text, and the text behind it. */
export type MomentReading = { moment: Moment; rest: string } | MomentFault

/**
 * Reads a moment in words at the head of a text: `morgen 09:15`, `elke vrijdag 17:00`, `1 december 09:15`,
 * `over 2 uur`, `every weekday 9am`, or a cron expression. It may stand between quotes.
 * @param at UTC ms, for words such as tomorrow
 */
export function readMoment(text: string, at: number, zone: string): MomentReading {
  const quoted = /^\s*["“”„'‘]([^"“”„'’]*)["“”'’]\s*/u.exec(text)
  const said = (quoted?.[1] ?? text).trim()
  const reading = { at, now: localAt(at, zone), zone }
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(said)
    if (!match) continue
    const behind = said.slice(match[0].length)
    if (quoted && behind.trim() !== '') continue
    const moment = read(match.slice(1), reading)
    if ('fault' in moment) return { ...moment, found: (moment.found || match[0].trim()).slice(0, 60) }
    return { moment, rest: (quoted ? text.slice(quoted[0].length) : behind).trim() }
  }
  return { fault: 'unreadable', found: said.slice(0, 40) }
}
