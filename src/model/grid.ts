import { addDays, dateAt, instantOf, type LocalDate, localAt, startOf, timeOf, weekdayOf } from './local-time.ts'
import { inSeason } from './season.ts'
import type { Period, Programme, Station } from './station.ts'

/** One dated occurrence of a programme's slot. `from` and `to` are UTC ms; on the air from `from` until before `to`. */
export interface Airing {
  programme: Programme
  from: number
  to: number
}

/** How many days ahead or back the next or previous thing is looked for. */
const LOOKED = 8

/** The programmes of a local date in the order of the day; none off season. */
export function airingsOn(station: Station, date: LocalDate): Airing[] {
  if (!inSeason(station, date)) return []
  const weekday = weekdayOf(date)
  return station.programmes
    .flatMap((programme) =>
      programme.slots
        .filter(({ days }) => days.includes(weekday))
        .map(({ from, to }) => ({
          programme,
          from: instantOf(startOf(date, from), station.zone),
          to: instantOf(startOf(date, to), station.zone),
        })),
    )
    .sort((a, b) => a.from - b.from)
}

/** The airing of a moment (UTC ms); null between programmes, outside hours and off season. */
export const airingAt = (station: Station, at: number): Airing | null =>
  airingsOn(station, dateAt(at, station.zone)).find(({ from, to }) => from <= at && at < to) ?? null

export const programmeOnAir = (station: Station, at: number): Programme | null =>
  airingAt(station, at)?.programme ?? null

/** The first airing that begins after a moment, of one programme where its id is given. */
export function nextAiring(station: Station, at: number, programme?: string): Airing | null {
  for (let day = 0; day <= LOOKED; day++) {
    const next = airingsOn(station, addDays(dateAt(at, station.zone), day)).find(
      (airing) => airing.from > at && (programme === undefined || airing.programme.id === programme),
    )
    if (next) return next
  }
  return null
}

/** The last airing that ended at or before a moment, of one programme where its id is given. */
export function previousAiring(station: Station, at: number, programme?: string): Airing | null {
  for (let day = 0; day <= LOOKED; day++) {
    const last = airingsOn(station, addDays(dateAt(at, station.zone), -day)).findLast(
      (airing) => airing.to <= at && (programme === undefined || airing.programme.id === programme),
    )
    if (last) return last
  }
  return null
}

/** Whether the station is open: then posts go out. */
export const isOpen = (station: Station, at: number): boolean => periodAt(station, at) !== null

/** When the station closes (UTC ms) that is open at `at`; `at` itself where it is closed. */
export function closingAfter(station: Station, at: number): number {
  let closing = at
  for (let day = 0; day < LOOKED; day++) {
    const period = periodAt(station, closing)
    if (!period) break
    closing = instantOf(startOf(dateAt(closing, station.zone), period.to), station.zone)
  }
  return closing
}

/**
 * The date by which a night goes: that of the closing before it, so that the hours after midnight belong to the same
 * night. While the station is open, the night that is to come.
 */
export function nightOf(station: Station, at: number): LocalDate {
  const local = localAt(at, station.zone)
  const today = local.slice(0, 10)
  if (isOpen(station, at) || station.hours[weekdayOf(today)].some(({ to }) => to <= timeOf(local))) return today
  for (let day = 1; day <= LOOKED; day++) {
    const date = addDays(today, -day)
    if (station.hours[weekdayOf(date)].length > 0) return date
  }
  return today
}

function periodAt(station: Station, at: number): Period | null {
  const local = localAt(at, station.zone)
  const time = timeOf(local)
  return station.hours[weekdayOf(local.slice(0, 10))].find(({ from, to }) => from <= time && time < to) ?? null
}
