import type { Programme, Station, Weekday } from '../model/station.ts'
import { runningOrderWords } from '../wording/running-order.ts'
import { memberName } from './members.ts'

/** When a programme is on the air and who hosts it, in a sentence; null for one that has no place on the grid. */
export function orderOf(station: Station, programme: Programme): string | null {
  if (programme.slots.length === 0) return null
  const say = runningOrderWords(station.language)
  const byDays = new Map<string, { days: Weekday[]; times: string[] }>()
  for (const { days, from, to } of programme.slots) {
    const key = [...days].sort().join()
    const group = byDays.get(key) ?? { days, times: [] }
    group.times.push(`${from}–${to}`)
    byDays.set(key, group)
  }
  const times = [...byDays.values()].map(
    (it) => `${it.days.length === 7 ? say.daily : say.days(it.days)} ${it.times.sort().join(', ')}`,
  )
  return say.order(
    times,
    programme.hosts.map((id) => memberName(station, id)),
  )
}
