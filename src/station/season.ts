import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'
import { startOfISOWeek } from 'date-fns/startOfISOWeek'

/** The Monday, `YYYY-MM-DD`, of the week that a moment (UTC ms) falls in by the local calendar of a zone. */
export const mondayOf = (now: number, zone: string): string =>
  format(startOfISOWeek(new TZDate(now, zone)), 'yyyy-MM-dd')

/**
 * The first day of the season. `first-start` is the Monday of the week in which the station was first started, so that
 * a newcomer never finds it off season; `firstStart` is that local date, where the store knows one.
 */
export function seasonStart(start: string, zone: string, now: number, firstStart?: string): string {
  if (start !== 'first-start') return start
  return firstStart === undefined ? mondayOf(now, zone) : mondayOf(Date.parse(`${firstStart}T12:00Z`), 'UTC')
}
