import { isValid } from 'date-fns/isValid'
import { parseISO } from 'date-fns/parseISO'
import { z } from 'zod'
import type { StationFaultWording } from '../wording/station-faults.ts'

/**
 * The smallest parts that the files are made of. A rule's error is a key of the wording (`time`), with an argument
 * where it needs one (`choice:je,u`); the sentence is made where the fault is reported.
 */
type Code = keyof StationFaultWording['codes']
const says = (code: Code, argument?: string) => ({ error: argument === undefined ? code : `${code}:${argument}` })

const matching = (code: Code, pattern: RegExp) => z.string(says(code)).regex(pattern, says(code))
const checked = (code: Code, test: (value: string) => boolean) => z.string(says(code)).refine(test, says(code))

export const text = matching('text', /\S/)
/** Words to look for: each has a letter or a digit, and only ends in `*`. */
export const phrase = matching(
  'phrase',
  /^(?=.{1,80}$)(?:[^\s*\p{C}]*[\p{L}\p{N}][^\s*\p{C}]*\*?)(?:\s+[^\s*\p{C}]*[\p{L}\p{N}][^\s*\p{C}]*\*?)*$/u,
)
export const line = matching('line', /^\S(?:[^\p{C}]{0,298}\S)?$/u)
export const alt = matching('alt', /\S/)
export const name = matching('name', /^\S(?:[^\p{C}]{0,78}\S)?$/u)
export const id = matching('id', /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/)
export const channel = matching('channel', /^[a-z0-9][a-z0-9-]{0,79}$/)
export const handle = matching('handle', /^[a-z0-9][a-z0-9._-]{0,79}$/)
export const mention = matching('mention', /^(?:[UW][A-Z0-9]{5,20}|[a-z0-9][a-z0-9._-]{0,79})$/)
export const hashtag = matching('hashtag', /^#[\p{L}\p{N}_]{1,60}$/u)
export const time = matching('time', /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)
export const initials = matching('initials', /^\p{L}{1,4}$/u)
export const mark = matching('mark', /^\P{C}{0,3}$/u)
export const link = matching('link', /^https?:\/\/\S+$/)
export const count = z.int(says('count')).min(1, says('count'))
export const whole = z.int(says('whole')).min(0, says('whole'))

export const dollars = z.number(says('dollars')).min(0, says('dollars')).max(1_000_000, says('dollars'))
export const percent = z.int(says('percent')).min(0, says('percent')).max(90, says('percent'))
export const host = matching('host', /^\.?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/)
/** X takes a search of up to 512 characters; the station adds what leaves out its own and what was only passed on. */
export const search = matching('search', /^(?=.*\S)[^\p{C}]{1,400}$/u)

const DATE = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/
export const isDate = (value: string) => DATE.test(value) && isValid(parseISO(`${value}T00:00Z`))
export const isMonday = (date: string) => isDate(date) && new Date(`${date}T00:00Z`).getUTCDay() === 1
export const date = checked('date', isDate)
export const moment = checked('moment', (value) => MOMENT.test(value) && isValid(parseISO(`${value}Z`)))
export const start = checked('start', (value) => value === 'first-start' || isMonday(value))
export const zone = checked('zone', isZone)

export const choice = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, says('choice', values.join(', ')))
export const list = <T extends z.ZodType>(item: T) => z.array(item, says('list'))
export const table = <T extends z.ZodType>(item: T) => z.record(z.string(), item, says('mapping'))
export const filled = <T extends z.ZodType>(item: T) => list(item).min(1, says('filled'))

/** A block that knows its keys: any other key is a fault, and the nearest known one is named. */
export const closed = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `knownKey:${Object.keys(shape).join(', ')}` : 'mapping'),
  })

const DAYS = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const
const GROUPS = { daily: [1, 2, 3, 4, 5, 6, 7], weekdays: [1, 2, 3, 4, 5], weekend: [6, 7] } as const
const dayNames = Object.keys(DAYS) as [keyof typeof DAYS, ...(keyof typeof DAYS)[]]
const groupNames = Object.keys(GROUPS) as [keyof typeof GROUPS, ...(keyof typeof GROUPS)[]]

/** `daily`, `weekdays`, `weekend` or a list of days, as ISO weekdays in their order. */
export const days = z
  .union([z.enum(groupNames), z.array(z.enum(dayNames)).min(1)], says('days'))
  .transform((value) =>
    Array.isArray(value) ? [...new Set(value.map((day) => DAYS[day]))].sort() : [...GROUPS[value]],
  )

export const slot = closed({ days, from: time, to: time })

function isZone(value: string) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
