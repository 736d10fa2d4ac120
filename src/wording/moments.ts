import { TZDate } from '@date-fns/tz'
import { format, formatDistanceStrict, type Locale } from 'date-fns'
import { enGB, nl } from 'date-fns/locale'
import type { Language } from '../model/station.ts'

const locales: Record<Language, Locale> = { nl, en: enGB }

/** A wall-clock moment in the station's zone: `ma 11 jan 09:15`. */
export const momentText = (language: Language, zone: string, at: number): string =>
  format(new TZDate(at, zone), 'EEEEEE d MMM HH:mm', { locale: locales[language] })

/** A day in the station's zone: `maandag 11 januari`. */
export const dayText = (language: Language, zone: string, at: number): string =>
  format(new TZDate(at, zone), 'EEEE d MMMM', { locale: locales[language] })

/** The time of day in the station's zone: `09:15`. */
export const timeText = (zone: string, at: number): string => format(new TZDate(at, zone), 'HH:mm')

/** How long something has lasted: `12 minuten`. */
export const spanText = (language: Language, ms: number): string =>
  formatDistanceStrict(0, Math.max(0, ms), { locale: locales[language] })
