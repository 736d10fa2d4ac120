import { html } from 'hono/html'
import { DAY, HOUR, MINUTE } from '../../../model/clock.ts'
import type { Language, View } from './view.ts'

/** The team lives where the libraries are, wherever the machine stands. */
const ZONE = 'Europe/Amsterdam'
const LOCALE: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

const shaped = (options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> => ({
  nl: new Intl.DateTimeFormat(LOCALE.nl, { timeZone: ZONE, ...options }),
  en: new Intl.DateTimeFormat(LOCALE.en, { timeZone: ZONE, ...options }),
})
const TIME = shaped({ hour: '2-digit', minute: '2-digit' })
const DATE = shaped({ weekday: 'long', day: 'numeric', month: 'long' })
const FULL = shaped({ dateStyle: 'full', timeStyle: 'short' })
const SORTABLE = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })

/** A moment of a day, with the whole date behind it. */
export const timeOf = (at: number, { language }: Pick<View, 'language'>) =>
  html`<time datetime="${new Date(at).toISOString()}" title="${FULL[language].format(at)}">${TIME[language].format(at)}</time>`

/** The local day that a moment falls on, `YYYY-MM-DD`. */
export const dayOf = (at: number): string => SORTABLE.format(at)

/** The name of that day as people say it. */
export function dayName(at: number, { language, now, say }: Pick<View, 'language' | 'now' | 'say'>): string {
  if (dayOf(at) === dayOf(now)) return say.today
  if (dayOf(at) === dayOf(now - DAY)) return say.yesterday
  return DATE[language].format(at)
}

/** How long somebody waits, in one unit. */
export function waitOf(at: number, { now, say }: Pick<View, 'now' | 'say'>): string {
  const ago = Math.max(0, now - at)
  if (ago < MINUTE) return say.justIn
  if (ago < HOUR) return say.since(say.minutes(Math.floor(ago / MINUTE)))
  return say.since(ago < DAY ? say.hours(Math.floor(ago / HOUR)) : say.days(Math.floor(ago / DAY)))
}
