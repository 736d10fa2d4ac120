import { readCron } from './cron.ts'
import { addDays, dateOf, isDate } from './local-time.ts'
import {
  clock,
  every,
  later,
  type Moment,
  type MomentFault,
  once,
  onDate,
  onWeekday,
  type Reading,
} from './moment-said.ts'
import { DAYS_AHEAD, GROUPS, MONTHS, SPANS, WEEKDAYS } from './moment-words.ts'

/** How something is said, and what is meant by it. */
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

/** The first that fits counts. */
export const FORMS: readonly Form[] = [
  form(
    String.raw`([\d*][\d*,/-]*\s+[\d*][\d*,/-]*\s+[\d*][\d*,/-]*\s+[\w*,/-]+\s+[\w*,/#-]+)(?=\s|$)`,
    ([expression = '']) =>
      readCron(expression) ? { cron: expression.replace(/\s+/g, ' ') } : { fault: 'cron', found: expression },
  ),
  form(String.raw`(?:dagelijks|daily)\s+${TIME}`, ([h, m, unit]) => every('*', clock(h, m, unit))),
  form(String.raw`${EVERY}\s+(${any(GROUPS)})\s+${TIME}`, ([group = '', h, m, unit]) =>
    every(GROUPS[group.toLowerCase()] ?? '*', clock(h, m, unit)),
  ),
  form(String.raw`(?:op\s+werkdagen|(?:on\s+)?weekdays)\s+${TIME}`, ([h, m, unit]) => every('1-5', clock(h, m, unit))),
  form(String.raw`${EVERY}\s+((?:${WEEKDAY})(?:${AND}(?:${WEEKDAY}))*)\s+${TIME}`, ([days = '', h, m, unit]) =>
    every(
      [...new Set(days.toLowerCase().split(/\s*,\s*|\s+(?:en|and)\s+/))]
        .map((day) => (WEEKDAYS[day] ?? 7) % 7)
        .join(','),
      clock(h, m, unit),
    ),
  ),
  form(
    String.raw`(?:over|in)\s+(een half|half an|een|an?|\d{1,4})\s+(${any(SPANS)})(?![\p{L}\p{N}])`,
    ([count = '', span = ''], reading) => later(reading, count.toLowerCase(), SPANS[span.toLowerCase()] ?? 1),
  ),
  form(String.raw`(${any(DAYS_AHEAD)})\s+${TIME}`, ([day = '', h, m, unit], reading) =>
    once(reading, addDays(dateOf(reading.now), DAYS_AHEAD[day.toLowerCase()] ?? 0), clock(h, m, unit)),
  ),
  form(
    String.raw`(?:op\s+|on\s+)?(?:aanstaande\s+|komende\s+|next\s+)?(${WEEKDAY})\s+${TIME}`,
    ([day = '', h, m, unit], reading) => onWeekday(reading, WEEKDAYS[day.toLowerCase()] ?? 1, clock(h, m, unit)),
  ),
  form(String.raw`(?:op\s+|on\s+)?(\d{4}-\d{2}-\d{2})[T\s]\s*${TIME}`, ([date = '', h, m, unit], reading) =>
    isDate(date) ? once(reading, date, clock(h, m, unit)) : { fault: 'date', found: date },
  ),
  form(
    String.raw`(?:op\s+|on\s+)?(\d{1,2})(?:st|nd|rd|th|e)?\s+(${any(MONTHS)})(?:\s+(\d{4}))?,?\s+${TIME}`,
    ([day, month, year, h, m, unit], reading) => onDate(reading, { day, month, year }, clock(h, m, unit)),
  ),
  form(
    String.raw`(?:on\s+)?(${any(MONTHS)})\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?,?\s+${TIME}`,
    ([month, day, year, h, m, unit], reading) => onDate(reading, { day, month, year }, clock(h, m, unit)),
  ),
  form(String.raw`(?:om\s+|at\s+)?(\d{1,2})[:.](\d{2})(?![\p{L}\p{N}:.]\d|[\p{L}\p{N}])`, ([h, m], reading) =>
    once(reading, dateOf(reading.now), clock(h, m, undefined)),
  ),
]
