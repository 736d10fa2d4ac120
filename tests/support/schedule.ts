import { pino } from 'pino'
import { Airing } from '../../src/airing.ts'
import type { Desk } from '../../src/desk/act.ts'
import { planHorizon } from '../../src/desk/schedule/plan.ts'
import { syncEntries } from '../../src/desk/schedule/sync-entries.ts'
import { DAY, MINUTE } from '../../src/model/clock.ts'
import { instantOf, localAt } from '../../src/model/local-time.ts'
import type { EntryFile, Station } from '../../src/model/station.ts'
import { networks, station } from './cast.ts'
import { openDesk, type TestDesk } from './desk.ts'

/** A desk with a schedule on it. Times are local, `2027-01-11T09:00`, in the station's zone. */
export interface TestSchedule extends TestDesk {
  station: Station
  /** The station starts anew, with these entries in the file of Ochtendblad and this changed in station.yaml. */
  restart(entries: EntryFile[], changed?: Partial<Station>): Promise<void>
  tick(): Promise<void>
  /** Every minute from now until a local time ticks, as node-cron would. */
  tickUntil(local: string): Promise<void>
  /** The wall clock shows this local time, and nothing has ticked meanwhile. */
  sleepUntil(local: string): void
  now(): string
  /** What stands in the table: `2027-01-11T09:15 planned`, with the reason where there is one. */
  table(): Promise<string[]>
  /** What was handed to the networks: `x Goedemorgen`, in order. */
  handedOver(): Promise<string[]>
}

export async function openSchedule(
  at: string,
  entries: EntryFile[] = [],
  changed: Partial<Station> = {},
  there: Desk['networks'] = networks,
): Promise<TestSchedule> {
  const shared: Desk = { station: withEntries(entries, changed), networks: there, platforms: ['desk'] }
  const desk = openDesk(shared)
  const { store, clock } = desk
  const log = pino({ level: 'silent' })
  const { zone } = shared.station
  let airing = new Airing({ store, desk: shared, clock, log })
  const moveTo = (local: string) => clock.advance(instantOf(local, zone) - clock.now())
  clock.step(-300 * DAY)
  moveTo(at)
  const schedule: TestSchedule = {
    ...desk,
    station: shared.station,
    act: (by, work) =>
      store.transaction((tx) =>
        work({ ...shared, station: schedule.station, tx, now: clock.now(), steady: clock.steady(), by }),
      ),
    async restart(file, change = changed) {
      schedule.station = withEntries(file, change)
      airing = new Airing({ store, desk: { ...shared, station: schedule.station }, clock, log })
      await schedule.act(null, syncEntries)
      await airing.tick()
      while (await schedule.act(null, planHorizon));
      await airing.tick()
    },
    tick: () => airing.tick(),
    async tickUntil(local) {
      while (schedule.now() < local) {
        clock.advance(MINUTE)
        await airing.tick()
      }
    },
    sleepUntil: moveTo,
    now: () => localAt(clock.now(), zone),
    async table() {
      const rows = await store.db.selectFrom('post').select(['slot', 'state', 'reason']).orderBy('slot').execute()
      return rows.map((row) => [row.slot, row.state, row.reason].filter(Boolean).join(' '))
    },
    async handedOver() {
      const rows = await store.db
        .selectFrom('delivery')
        .select(['to', 'body'])
        .where('target', '=', 'network')
        .orderBy('id')
        .execute()
      return rows.map((row) => `${row.to} ${(JSON.parse(row.body) as { text: string }).text}`)
    },
  }
  await schedule.restart(entries)
  return schedule
}

function withEntries(entries: EntryFile[], changed: Partial<Station>): Station {
  const [first, ...others] = station.programmes
  return { ...station, programmes: first ? [{ ...first, entries }, ...others] : [], ...changed }
}

/** An entry of Ochtendblad with one text on X. */
export const entryAt = (id: string, when: string, changed: Partial<EntryFile> = {}): EntryFile => ({
  id,
  cron: when.includes('T') ? null : when,
  once: when.includes('T') ? when : null,
  until: null,
  texts: { x: `Tekst van ${id}` },
  media: [],
  grace: 30,
  ...changed,
})
