import { type Cron, nextSlots, readCron } from '../../model/cron.ts'
import { isOpen } from '../../model/grid.ts'
import { dateAt, dateOf, instantOf, localAt, weekdayOf } from '../../model/local-time.ts'
import type { Moment } from '../../model/moment.ts'
import { Refused } from '../../model/refused.ts'
import { inSeason, seasonEnd, silenceAt } from '../../model/season.ts'
import type { Station } from '../../model/station.ts'
import { momentText } from '../../wording/moments.ts'
import type { Act } from '../act.ts'

/** How many slots are tried to find the next ones that do air: a silence or a summer may lie between. */
const TRIED = 60

/** Refuses a moment at which the station is closed or silent, that is over, or that never comes in this season. */
export function requireMoment(act: Act, moment: Moment, until: string | null = null): void {
  const { zone } = act.station
  if ('once' in moment) {
    requireInstant(act, instantOf(moment.once, zone))
    return
  }
  for (const slot of nextSlots(cronOf(moment.cron), localAt(act.now, zone), TRIED))
    requireOpen(act, instantOf(slot, zone))
  if (nextAirings(act.station, moment, until, act.now, 1).length === 0) throw outOfSeason(act.station)
}

/** The same for one instant, UTC ms: where a single post goes. */
export function requireInstant(act: Act, at: number): void {
  const { station } = act
  const said = momentText(act.by?.language ?? station.language, station.zone, at)
  if (at <= act.now) throw new Refused('moment-past', { found: said })
  if (!inSeason(station, dateAt(at, station.zone))) throw outOfSeason(station)
  requireOpen(act, at)
  const silence = silenceAt(station, localAt(at, station.zone))
  if (silence) throw new Refused('moment-silent', { at: said, reason: silence.reason })
}

/** The next airings of a moment, UTC ms: in season, outside silences, each minute once. */
export function nextAirings(
  station: Station,
  moment: Moment,
  until: string | null,
  now: number,
  count: number,
): number[] {
  const { zone } = station
  const slots = 'once' in moment ? [moment.once] : nextSlots(cronOf(moment.cron), localAt(now, zone), TRIED)
  const airs = slots.filter(
    (slot) => inSeason(station, dateOf(slot)) && !silenceAt(station, slot) && (until === null || dateOf(slot) <= until),
  )
  const instants = airs.map((slot) => instantOf(slot, zone)).filter((at) => at > now)
  return [...new Set(instants)].slice(0, count)
}

function requireOpen(act: Act, at: number): void {
  const { station } = act
  if (isOpen(station, at)) return
  const open = station.hours[weekdayOf(dateAt(at, station.zone))].map(({ from, to }) => `${from}–${to}`)
  throw new Refused('moment-closed', {
    at: momentText(act.by?.language ?? station.language, station.zone, at),
    hours: open.join(', ') || '–',
  })
}

function cronOf(expression: string): Cron {
  const cron = readCron(expression)
  if (!cron) throw new Refused('moment-cron', { found: expression })
  return cron
}

const outOfSeason = (station: Station) =>
  new Refused('moment-season', { from: station.season.start, to: seasonEnd(station) })
