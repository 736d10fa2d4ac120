import { MINUTE } from './clock.ts'
import { addDays, dateOf, instantOf, isDate, type LocalDate, type LocalTime, localAt, weekdayOf } from './local-time.ts'
import { MONTHS } from './moment-words.ts'
import type { Weekday } from './station.ts'

/** When something airs: once, at a local time, or again and again. */
export type Moment = { once: LocalTime } | { cron: string }

/**
 * What is wrong with the words for a moment. `unreadable`: none of the forms that are known; `time`: no such time of
 * day; `date`: no such date; `cron`: five fields that are no cron expression; `past`: over already.
 */
export interface MomentFault {
  fault: 'unreadable' | 'time' | 'date' | 'cron' | 'past'
  found: string
}

/** When the words are read, and where. */
export interface Reading {
  /** UTC ms of the moment of reading, and what the wall clock shows then. */
  at: number
  now: LocalTime
  zone: string
}

/** `HH:mm`, or null where there is no such time. */
export function clock(hour = '', minute = '00', unit: string | undefined): string | null {
  const twelve = unit?.toLowerCase()
  const said = Number(hour)
  if ((twelve === 'am' || twelve === 'pm') && (said < 1 || said > 12)) return null
  const h = twelve === 'pm' ? (said % 12) + 12 : twelve === 'am' ? said % 12 : said
  return h > 23 || Number(minute) > 59 ? null : `${String(h).padStart(2, '0')}:${minute}`
}

const NO_TIME = { fault: 'time', found: '' } as const

/** The cron expression of a time on some weekdays, in cron's numbers. */
export const every = (weekdays: string, time: string | null): Moment | MomentFault =>
  time === null ? NO_TIME : { cron: `${Number(time.slice(3))} ${Number(time.slice(0, 2))} * * ${weekdays}` }

/** At a time on a date, where that is still to come. */
export function once(reading: Reading, date: LocalDate, time: string | null): Moment | MomentFault {
  if (time === null) return NO_TIME
  const local = `${date}T${time}`
  return instantOf(local, reading.zone) > reading.at ? { once: local } : { fault: 'past', found: '' }
}

/** So many spans of minutes from now, to the minute. */
export function later(reading: Reading, count: string, minutes: number): Moment {
  const often = /half/.test(count) ? 0.5 : /^\d+$/.test(count) ? Number(count) : 1
  const at = reading.at + Math.ceil(often * minutes) * MINUTE
  // Rounded up: a moment in words has no seconds, and one that has passed would be refused.
  return { once: localAt(Math.ceil(at / MINUTE) * MINUTE, reading.zone) }
}

/** The next such weekday; today where the time is still to come. */
export function onWeekday(reading: Reading, weekday: Weekday, time: string | null): Moment | MomentFault {
  const today = dateOf(reading.now)
  const date = addDays(today, (weekday - weekdayOf(today) + 7) % 7)
  const moment = once(reading, date, time)
  return 'fault' in moment && moment.fault === 'past' ? once(reading, addDays(date, 7), time) : moment
}

/** A date by day and month; without a year the next one on which it exists. */
export function onDate(
  reading: Reading,
  said: { day: string | undefined; month: string | undefined; year: string | undefined },
  time: string | null,
): Moment | MomentFault {
  const month = MONTHS[said.month?.toLowerCase() ?? ''] ?? 0
  const dated = (year: number) => `${year}-${String(month).padStart(2, '0')}-${String(said.day).padStart(2, '0')}`
  const year = Number(said.year ?? reading.now.slice(0, 4))
  if (!isDate(dated(year)) && !(said.year === undefined && isDate(dated(year + 1)))) return { fault: 'date', found: '' }
  const moment = isDate(dated(year)) ? once(reading, dated(year), time) : ({ fault: 'past', found: '' } as const)
  const nextYear = said.year === undefined && 'fault' in moment && moment.fault === 'past' && isDate(dated(year + 1))
  return nextYear ? once(reading, dated(year + 1), time) : moment
}
