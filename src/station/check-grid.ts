import type { Weekday } from '../model/station.ts'
import type { StationFaultWording } from '../wording/station-faults.ts'
import type { Shaped } from './check-shape.ts'
import type { Report } from './fault.ts'
import { hoursOn, within } from './hours.ts'
import type { Path } from './place-of.ts'
import type { ProgrammeShape, StationShape } from './shapes.ts'

interface Placed {
  file: Shaped<ProgrammeShape>
  path: Path
  days: Weekday[]
  from: string
  to: string
}

/** Every slot ends after it begins, lies within the opening hours and shares no minute with another. */
export function checkGrid(
  station: Shaped<StationShape>,
  programmes: Shaped<ProgrammeShape>[],
  report: Report,
  wording: StationFaultWording,
) {
  const { hours, silences } = station.value
  const ordered = (file: Shaped<unknown>, list: string, periods: { from: string; to: string }[], allowed: string) =>
    periods.forEach(({ from, to }, i) => {
      if (from >= to) report(file.place([list, i, 'to']), to, allowed)
    })
  ordered(station, 'hours', hours, wording.codes.later)
  ordered(station, 'silences', silences, wording.codes.laterMoment)
  for (const file of programmes) ordered(file, 'slots', file.value.slots, wording.codes.later)

  const placed = programmes
    .flatMap((file) => file.value.slots.map((slot, i): Placed => ({ file, path: ['slots', i, 'from'], ...slot })))
    .filter(({ from, to }) => from < to)
  for (const slot of placed) reportClosed(slot, hours, report, wording)
  reportOverlaps(placed, report, wording)
}

function reportClosed(slot: Placed, hours: StationShape['hours'], report: Report, wording: StationFaultWording) {
  const day = slot.days.find((day) => !within(hoursOn(hours, day), slot.from, slot.to))
  if (day === undefined) return
  const open = hoursOn(hours, day).map(({ from, to }) => `${from}–${to}`)
  const allowed = wording.codes.open(wording.weekdays[day - 1]!, open.join(', ') || wording.codes.closed)
  report(slot.file.place(slot.path), `${slot.from}–${slot.to}`, allowed)
}

/** Sorted by time, a slot can only overlap with those that begin before it ends. */
function reportOverlaps(placed: Placed[], report: Report, wording: StationFaultWording) {
  const sorted = placed.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  sorted.forEach((earlier, i) => {
    for (let j = i + 1; j < sorted.length && sorted[j]!.from < earlier.to; j++) {
      const later = sorted[j]!
      const shared = later.days.filter((day) => earlier.days.includes(day))
      if (shared.length === 0) continue
      const days = shared.map((day) => wording.weekdays[day - 1]!).join(', ')
      const allowed = wording.codes.free(earlier.file.value.name, earlier.from, earlier.to, days)
      report(later.file.place(later.path), `${later.from}–${later.to} (${later.file.value.name})`, allowed)
    }
  })
}
