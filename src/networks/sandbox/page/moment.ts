import { html } from 'hono/html'
import { DAY } from '../../../model/clock.ts'
import type { Language } from '../../../model/station.ts'

/** The public that is played here lives where the libraries are, whatever the zone of the machine or the station. */
const ZONE = 'Europe/Amsterdam'
const LOCALE: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** A moment as a timeline shows it: the time for what is recent, with the date for what is older. */
export function momentOf(at: number, now: number, language: Language) {
  const recent = Math.abs(now - at) < DAY
  const shown = new Intl.DateTimeFormat(LOCALE[language], {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    ...(!recent && { day: 'numeric', month: 'short', year: 'numeric' }),
  })
  return html`<time datetime="${new Date(at).toISOString()}">${shown.format(at)}</time>`
}
