import { html } from 'hono/html'
import { DAY, HOUR, MINUTE } from '../../../model/clock.ts'
import type { Language, View } from './view.ts'

type Looking = Pick<View, 'language' | 'now' | 'say' | 'premises'>

const LOCALE: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** Writes moments as the wall clock of a zone shows them. Making a format is slow, so each is made once. */
const shaped = (options: Intl.DateTimeFormatOptions) => {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (at: number, locale: string, zone: string): string => {
    const key = `${locale} ${zone}`
    const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
    made.set(key, format)
    return format.format(at)
  }
}
const time = shaped({ hour: '2-digit', minute: '2-digit' })
const date = shaped({ weekday: 'long', day: 'numeric', month: 'long' })
const full = shaped({ dateStyle: 'full', timeStyle: 'short' })
const sortable = shaped({})

/** A moment of a day in the station's zone, with the whole date behind it. */
export const timeOf = (at: number, { language, premises: { zone } }: Pick<View, 'language' | 'premises'>) =>
  html`<time datetime="${new Date(at).toISOString()}" title="${full(at, LOCALE[language], zone)}">${time(at, LOCALE[language], zone)}</time>`

/** The station's day that a moment falls on, `YYYY-MM-DD`. */
export const dayOf = (at: number, { premises }: Pick<View, 'premises'>): string => sortable(at, 'sv-SE', premises.zone)

/** The name of that day as people say it. */
export function dayName(at: number, view: Looking): string {
  const { language, now, say, premises } = view
  if (dayOf(at, view) === dayOf(now, view)) return say.today
  if (dayOf(at, view) === dayOf(now - DAY, view)) return say.yesterday
  return date(at, LOCALE[language], premises.zone)
}

/** How long somebody waits, in one unit. */
export function waitOf(at: number, { now, say }: Pick<View, 'now' | 'say'>): string {
  const ago = Math.max(0, now - at)
  if (ago < MINUTE) return say.justIn
  if (ago < HOUR) return say.since(say.minutes(Math.floor(ago / MINUTE)))
  return say.since(ago < DAY ? say.hours(Math.floor(ago / HOUR)) : say.days(Math.floor(ago / DAY)))
}
