import { tzOffset } from '@date-fns/tz/tzOffset'
import { DAY, MINUTE } from './clock.ts'
import type { Weekday } from './station.ts'

/** `YYYY-MM-DDTHH:mm`, `YYYY-MM-DD` and `HH:mm` on the wall clock of some zone. All three sort as text. */
export type LocalTime = string
export type LocalDate = string
export type TimeOfDay = string

/**
 * The moment (UTC ms) at which a wall clock in `zone` shows `local`. One rule for the days on which clocks change: a
 * time in the gap is the first valid minute after it, a time that comes twice is the first of the two.
 */
export function instantOf(local: LocalTime, zone: string): number {
  const asUtc = Date.parse(`${local}Z`)
  const steady = steadyOffset(dateOf(local), zone)
  if (steady !== null) return asUtc - steady * MINUTE
  const before = tzOffset(zone, new Date(asUtc - DAY))
  const after = tzOffset(zone, new Date(asUtc + DAY))
  const shown = [before, after]
    .map((offset) => asUtc - offset * MINUTE)
    .filter((at) => localAt(at, zone) === local)
    .sort((a, b) => a - b)
  return shown[0] ?? endOfGap(asUtc - Math.max(before, after) * MINUTE, asUtc - Math.min(before, after) * MINUTE, zone)
}

/** What a wall clock in `zone` shows at a moment (UTC ms). */
export const localAt = (at: number, zone: string): LocalTime =>
  new Date(at + tzOffset(zone, new Date(at)) * MINUTE).toISOString().slice(0, 16)

export const dateOf = (local: LocalTime): LocalDate => local.slice(0, 10)
export const timeOf = (local: LocalTime): TimeOfDay => local.slice(11, 16)
export const dateAt = (at: number, zone: string): LocalDate => dateOf(localAt(at, zone))

/** `24:00` is the beginning of the next day. */
export const startOf = (date: LocalDate, time: TimeOfDay): LocalTime =>
  time === '24:00' ? `${addDays(date, 1)}T00:00` : `${date}T${time}`

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00Z`) + days * DAY).toISOString().slice(0, 10)

export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY)

export const weekdayOf = (date: LocalDate): Weekday => {
  const day = new Date(`${date}T00:00Z`).getUTCDay()
  return (day === 0 ? 7 : day) as Weekday
}

/** Whether a date is on the calendar: the 31st of February is not. */
export const isDate = (date: string): boolean => {
  const at = Date.parse(`${date}T00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}

/** Offsets are asked for once a date; on the days around a change of clocks there is none that holds all day. */
const offsets = new Map<string, number | null>()
const KEPT = 2_000

function steadyOffset(date: LocalDate, zone: string): number | null {
  const key = `${zone} ${date}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const midnight = Date.parse(`${date}T00:00Z`)
  const before = tzOffset(zone, new Date(midnight - DAY))
  const offset = before === tzOffset(zone, new Date(midnight + 2 * DAY)) ? before : null
  if (offsets.size >= KEPT) offsets.clear()
  offsets.set(key, offset)
  return offset
}

/** The first minute in (from, to] at which the zone's offset is what it is at `to`. */
function endOfGap(from: number, to: number, zone: string): number {
  const offset = tzOffset(zone, new Date(to))
  let [before, after] = [from, to]
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE
    if (tzOffset(zone, new Date(middle)) === offset) after = middle
    else before = middle
  }
  return after
}
