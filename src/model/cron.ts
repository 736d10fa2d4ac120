import { parse, validate } from 'node-cron'
import { addDays, dateOf, type LocalDate, type LocalTime, weekdayOf } from './local-time.ts'

/**
 * A cron expression, read by node-cron: minute, hour, day of the month, month, weekday. Day of the month and weekday
 * must both match: `0 9 13 * 5` is Friday the 13th, not every 13th and every Friday as in other crons.
 */
export interface Cron {
  minutes: readonly number[]
  hours: readonly number[]
  /** One bit a day, a month (January is bit 1), a weekday (Sunday is bit 0): thousands of these are kept. */
  daysOfMonth: number
  months: number
  weekdays: number
}

const read = new Map<string, Cron | null>()
const KEPT = 1_000
/** Further ahead than this nothing is looked for: an entry for 29 February finds one within eight years. */
const SEARCHED_DAYS = 366 * 8

/** Reads five plain fields; null where they are not. Seconds, `L`, `W` and `#` are not for schedules. */
export function readCron(expression: string): Cron | null {
  const known = read.get(expression)
  if (known !== undefined) return known
  if (read.size >= KEPT) read.clear()
  const cron = readAnew(expression)
  read.set(expression, cron)
  return cron
}

function readAnew(expression: string): Cron | null {
  if (expression.trim().split(/\s+/).length !== 5 || !validate(expression)) return null
  const { minute, hour, dayOfMonth, month, dayOfWeek } = parse(expression)
  const days: unknown[] = [...dayOfMonth, ...dayOfWeek]
  if (!days.every((day) => typeof day === 'number')) return null
  return {
    minutes: minute.toSorted((a, b) => a - b),
    hours: hour.toSorted((a, b) => a - b),
    daysOfMonth: bits(dayOfMonth.map(Number)),
    months: bits(month),
    weekdays: bits(dayOfWeek.map((day) => Number(day) % 7)),
  }
}

const bits = (values: readonly number[]): number => values.reduce((all, value) => all | (1 << value), 0)
const has = (all: number, value: number): boolean => (all & (1 << value)) !== 0
const two = (value: number) => String(value).padStart(2, '0')

/** Whether it airs on a date. */
export const airsOn = (cron: Cron, date: LocalDate): boolean =>
  has(cron.weekdays, weekdayOf(date) % 7) &&
  has(cron.daysOfMonth, Number(date.slice(8, 10))) &&
  has(cron.months, Number(date.slice(5, 7)))

/** Its local slots from one date to another, both included, in order. */
export function slotsBetween(cron: Cron, from: LocalDate, to: LocalDate): LocalTime[] {
  const slots: LocalTime[] = []
  for (let date = from; date <= to; date = addDays(date, 1))
    if (airsOn(cron, date))
      for (const hour of cron.hours)
        for (const minute of cron.minutes) slots.push(`${date}T${two(hour)}:${two(minute)}`)
  return slots
}

/** The first `count` slots after a local time; fewer where it does not air so often within eight years. */
export function nextSlots(cron: Cron, after: LocalTime, count: number): LocalTime[] {
  const slots: LocalTime[] = []
  for (let day = 0; day < SEARCHED_DAYS && slots.length < count; day++) {
    const date = addDays(dateOf(after), day)
    slots.push(...slotsBetween(cron, date, date).filter((slot) => slot > after))
  }
  return slots.slice(0, count)
}
