import type { Period, Weekday } from '../model/station.ts'

/** The opening hours of one weekday in their order, with those that touch or overlap joined. */
export function hoursOn(hours: readonly (Period & { days: Weekday[] })[], day: Weekday): Period[] {
  const periods = hours.filter(({ days }) => days.includes(day)).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const joined: Period[] = []
  for (const { from, to } of periods) {
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = to > last.to ? to : last.to
    else joined.push({ from, to })
  }
  return joined
}

/** Whether a stretch lies wholly within one of the periods. Times are `HH:mm`, which sort as text. */
export const within = (periods: readonly Period[], from: string, to: string) =>
  periods.some((period) => period.from <= from && to <= period.to)

/** Whether the station is open at a minute. */
export const openAt = (periods: readonly Period[], time: string) =>
  periods.some((period) => period.from <= time && time < period.to)
