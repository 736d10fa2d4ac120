import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildStation } from '../torture/build.ts'
import { buildWorld, type World } from '../torture/world.ts'
import { bareLoop } from './bare-loop.ts'
import { arrivals, deskThreads } from './desk-threads.ts'
import { type Bench, type Figure, plain } from './figure.ts'
import { openLoop, writeMany } from './readers-load.ts'
import { percentile, single, spreadOf } from './spread.ts'

/** Written at the network at so many a second while the time from there to the thread is taken. */
const MODERATE = 25

/**
 * From the network's process through the station's to the desk's, each durable at each step: how many messages a second,
 * and how long one takes when they come at a moderate pace.
 */
export const fullPath: Figure = {
  name: 'full-path',
  async measure(bench) {
    const { folder, short, tell } = bench
    const world = await startWorld(bench, 'full-path')
    try {
      const desk = deskThreads(world)
      const bare: number[] = []
      const rates: number[] = []
      for (let repetition = 0; repetition < (short ? 3 : 5); repetition++) {
        tell(`full path ${repetition + 1}/${short ? 3 : 5}`)
        const before = bareLoop(folder)
        rates.push(await throughput(world, short ? 400 : 1_500, desk))
        bare.push((before + bareLoop(folder)) / 2)
      }
      tell(`full path at ${MODERATE} messages a second`)
      const seconds = short ? 10 : 60
      const scheduled = await openLoop(world.urls.sandbox, MODERATE, seconds)
      await desk.reach(scheduled.size, 60_000)
      const waits = arrivals(world, scheduled)
      const ratios = spreadOf(rates.map((rate, index) => rate / (bare[index] ?? Number.NaN)))
      return [
        plain('bare loop, one row a commit, FULL', spreadOf(bare), 'rows/s'),
        plain('full path, network to thread', spreadOf(rates), 'messages/s'),
        { what: 'full path ÷ bare loop', value: ratios, unit: '×', goal: '≥ 0.2', met: ratios.median >= 0.2 },
        plain(`arrival to thread at ${MODERATE}/s, p50`, single(percentile(waits, 0.5), waits.length), 'ms'),
        plain(`arrival to thread at ${MODERATE}/s, p99`, single(percentile(waits, 0.99), waits.length), 'ms'),
      ]
    } finally {
      await stopWorld(world)
    }
  },
}

/** The three processes on empty databases. */
export async function startWorld({ folder }: Bench, name: string): Promise<World> {
  mkdirSync(join(folder, name), { recursive: true })
  const world = await buildWorld(join(folder, name), { hold: 10, minutes: 0, main: buildStation(), logLevel: 'warn' })
  await Promise.all([world.sandbox?.start(), world.desk?.start()])
  await world.station.start()
  return world
}

export const stopWorld = (world: World) =>
  Promise.all([world.station, world.sandbox, world.desk].map((child) => child?.kill()))

async function throughput(world: World, messages: number, desk: ReturnType<typeof deskThreads>): Promise<number> {
  const from = desk.mark()
  const started = performance.now()
  await writeMany(world.urls.sandbox, messages)
  await desk.reach(messages, 120_000, from)
  return (messages * 1_000) / (performance.now() - started)
}
