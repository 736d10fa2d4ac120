import pino from 'pino'
import { Airing } from '../../src/airing.ts'
import type { EntryFile } from '../../src/model/station.ts'
import { ManualClock } from '../support/clock.ts'
import { deskInStore } from './desk-in-store.ts'

// A process of its own, with --expose-gc: a station with so many entries, what it holds in memory and how long it ticks.
const [file = '', count = '10'] = process.argv.slice(2)
const TICKS = 60

const clock = new ManualClock(Date.UTC(2027, 0, 13, 9))
const { desk, store } = deskInStore(file, clock)
const [first, ...others] = desk.station.programmes
if (!first) throw new Error('there is no programme')
desk.station.programmes = [
  { ...first, entries: entries(Number(count)) },
  ...others.map((it) => ({ ...it, entries: [] })),
]

const airing = new Airing({ store, desk, clock, log: pino({ level: 'silent' }) })
await airing.start()
// Everything is planned once a tick has nothing left to plan.
const planned = () => store.db.selectFrom('entry').select('id').where('planned_to', 'is', null).execute()
while ((await planned()).length > 0) await airing.tick()
await airing.tick()

const ticks: number[] = []
for (let tick = 0; tick < TICKS; tick++) {
  clock.advance(60_000)
  const started = performance.now()
  await airing.tick()
  ticks.push(performance.now() - started)
}
globalThis.gc?.()
globalThis.gc?.()
const heap = process.memoryUsage().heapUsed
await airing.stop()
await store.close()
process.stdout.write(JSON.stringify({ heap, ticks }))
process.exit(0)

/** Spread over the week and over the hours on air, with a text as long as the shipped ones. */
function entries(many: number): EntryFile[] {
  return Array.from({ length: many }, (_, index) => ({
    id: `bench-${index}`,
    cron: `${index % 60} ${7 + (Math.floor(index / 60) % 16)} * * ${Math.floor(index / 960) % 7}`,
    once: null,
    until: null,
    texts: { x: `Welke eerste zin ken jij uit je hoofd? Wij zoeken het boek erbij. Nummer ${index}` },
    media: [],
    grace: 30,
  }))
}
