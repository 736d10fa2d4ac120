import type { Act } from '../../src/desk/act.ts'
import { type Moment, readMoment } from '../../src/model/moment.ts'
import { Refused } from '../../src/model/refused.ts'

/** The moment at the head of the words, by the station's clock, and the text behind it. */
export function takeMoment(words: string, act: Act): { moment: Moment; rest: string } {
  const reading = readMoment(words, act.now, act.station.zone)
  if ('fault' in reading) throw new Refused(`moment-${reading.fault}`, { found: reading.found })
  return reading
}
