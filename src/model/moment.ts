import { MINUTE } from './clock.ts'
import { readCron } from './cron.ts'
import { addDays, dateOf, instantOf, isDate, type LocalDate, type LocalTime, localAt, weekdayOf } from './local-time.ts'
import { DAYS_AHEAD, GROUPS, MONTHS, SPANS, WEEKDAYS } from './moment-words.ts'
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

/** A moment at the head of a text, and the text behind it. */
export type MomentReading = { moment: Moment; rest: string } | MomentFault

interface Reading {
  /** UTC ms of the moment of reading, and what the wall clock shows then. */
  at: number
  now: LocalTime
  zone: string
}
type Form = [pattern: RegExp, read: (groups: string[], reading: Reading) => Moment | MomentFault]

const any = (words: Record<string, unknown>) =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|')

const WEEKDAY = any(WEEKDAYS)
const TIME = String.raw`(?:om\s+|at\s+|,\s*)?(\d{1,2})(?=[:.]\d|\s*(?:am|pm|uur|u|h)\b)(?:[:.](\d{2}))?(?:\s*(am|pm|uur|u|h))?(?![\p{L}\p{N}:.]\d|[\p{L}\p{N}])`
const EVERY = '(?:elke|iedere|elk|ieder|every|each)'
const AND = String.raw`(?:\s*,\s*|\s+(?:en|and)\s+)`

const form = (pattern: string, read: Form[1]): Form => [new RegExp(`^${pattern}`, 'iu'), read]

const FORMS: readonly Form[] = [
  form(
    String.raw`([\d*][\d*,/-]*\s+[\d*][\d*,/-]*\s+[\d*][\d*,/-]*\s+[\w*,/-]+\s+[\w*,/#-]+)(?=\s|$)`,
    ([expression = '']) =>
      readCron(expression) ? { cron: expression.replace(/\s+/g, ' ') } : { fault: 'cron', found: expression },
  ),
  form(String.raw`(?:dagelijks|daily)\s+${TIME}`, ([h, m, half]) => every('*', clock(h, m, half))),
  form(String.raw`${EVERY}\s+(${any(GROUPS)})\s+${TIME}`, ([group = '', h, m, half]) =>
    every(GROUPS[group.toLowerCase()] ?? '*', clock(h, m, half)),
  ),
  form(String.raw`(?:op\s+werkdagen|(?:on\s+)?weekdays)\s+${TIME}`, ([h, m, half]) => every('1-5', clock(h, m, half))),
  form(String.raw`${EVERY}\s+((?:${WEEKDAY})(?:${AND}(?:${WEEKDAY}))*)\s+${TIME}`, ([days = '', h, m, half]) =>
    every(
      [...new Set(days.toLowerCase().split(/\s*,\s*|\s+(?:en|and)\s+/))]
        .map((day) => (WEEKDAYS[day] ?? 7) % 7)
        .join(','),
      clock(h, m, half),
    ),
  ),
  form(
    String.raw`(?:over|in)\s+(een half|half an|een|an?|\d{1,4})\s+(${any(SPANS)})(?![\p{L}\p{N}])`,
    ([count = '', span = ''], reading) => later(reading, count.toLowerCase(), SPANS[span.toLowerCase()] ?? 1),
  ),
  form(String.raw`(${any(DAYS_AHEAD)})\s+${TIME}`, ([day = '', h, m, half], reading) =>
    once(reading, addDays(dateOf(reading.now), DAYS_AHEAD[day.toLowerCase()] ?? 0), clock(h, m, half)),
  ),
  form(
    String.raw`(?:op\s+|on\s+)?(?:aanstaande\s+|komende\s+|next\s+)?(${WEEKDAY})\s+${TIME}`,
    ([day = '', h, m, half], reading) => onWeekday(reading, WEEKDAYS[day.toLowerCase()] ?? 1, clock(h, m, half)),
  ),
  form(String.raw`(?:op\s+|on\s+)?(\d{4}-\d{2}-\d{2})[T\s]\s*${TIME}`, ([date = '', h, m, half], reading) =>
    isDate(date) ? once(reading, date, clock(h, m, half)) : { fault: 'date', found: date },
  ),
  form(
    String.raw`(?:op\s+|on\s+)?(\d{1,2})(?:st|nd|rd|th|e)?\s+(${any(MONTHS)})(?:\s+(\d{4}))?,?\s+${TIME}`,
    ([day, month, year, h, m, half], reading) => onDate(reading, { day, month, year }, clock(h, m, half)),
  ),
  form(
    String.raw`(?:on\s+)?(${any(MONTHS)})\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?,?\s+${TIME}`,
    ([month, day, year, h, m, half], reading) => onDate(reading, { day, month, year }, clock(h, m, half)),
  ),
  form(String.raw`(?:om\s+|at\s+)?(\d{1,2})[:.](\d{2})(?![\p{L}\p{N}:.]\d|[\p{L}\p{N}])`, ([h, m], reading) =>
    once(reading, dateOf(reading.now), clock(h, m, undefined)),
  ),
]

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
    if ('fault' in moment) return { ...moment, found: moment.found || match[0].trim() }
    return { moment, rest: (quoted ? text.slice(quoted[0].length) : behind).trim() }
  }
  return { fault: 'unreadable', found: said.slice(0, 40) }
}

/** `HH:mm`, or null where there is no such time. */
function clock(hour = '', minute = '00', half: string | undefined): string | null {
  const twelve = half?.toLowerCase()
  const said = Number(hour)
  if ((twelve === 'am' || twelve === 'pm') && (said < 1 || said > 12)) return null
  const h = twelve === 'pm' ? (said % 12) + 12 : twelve === 'am' ? said % 12 : said
  return h > 23 || Number(minute) > 59 ? null : `${String(h).padStart(2, '0')}:${minute}`
}

const NO_TIME = { fault: 'time', found: '' } as const

const every = (weekdays: string, time: string | null): Moment | MomentFault =>
  time === null ? NO_TIME : { cron: `${Number(time.slice(3))} ${Number(time.slice(0, 2))} * * ${weekdays}` }

function once(reading: Reading, date: LocalDate, time: string | null): Moment | MomentFault {
  if (time === null) return NO_TIME
  const local = `${date}T${time}`
  return instantOf(local, reading.zone) > reading.at ? { once: local } : { fault: 'past', found: '' }
}

function later(reading: Reading, count: string, minutes: number): Moment {
  const often = /half/.test(count) ? 0.5 : /^\d+$/.test(count) ? Number(count) : 1
  const at = reading.at + Math.ceil(often * minutes) * MINUTE
  // Rounded up: a moment in words has no seconds, and one that has passed would be refused.
  return { once: localAt(Math.ceil(at / MINUTE) * MINUTE, reading.zone) }
}

function onWeekday(reading: Reading, weekday: Weekday, time: string | null): Moment | MomentFault {
  const today = dateOf(reading.now)
  const date = addDays(today, (weekday - weekdayOf(today) + 7) % 7)
  const moment = once(reading, date, time)
  return 'fault' in moment && moment.fault === 'past' ? once(reading, addDays(date, 7), time) : moment
}

function onDate(
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
