import { setTimeout as sleep } from 'node:timers/promises'
import type { Child } from './child.ts'
import { call } from './http.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

const FAULTS = {
  sandbox: ['drop-after-accept', 'drop-before', 'late-visible', '429', '500', 'slow'],
  desk: ['drop-after-accept', 'drop-before', '429', '500', 'slow'],
  networks: ['drop-after-accept', 'drop-before', '429', '500', 'slow', 'garbage', 'auth'],
  slack: [
    ...(['drop-after-accept', 'drop-before', '429', '500', 'slow', 'garbage'] as const),
    ...(['twice', 'again', 'ack-lost', 'recycle', 'cut'] as const),
  ],
} as const

/** How often each thing was done to the three. */
export interface Tally {
  kills: { station: number; 'station at its start': number; sandbox: number; desk: number }
  faults: Map<string, number>
}

export const emptyTally = (): Tally => ({
  kills: { station: 0, 'station at its start': 0, sandbox: 0, desk: 0 },
  faults: new Map(),
})

/** Arranges one to three misfortunes for the station's next calls. */
export async function arrangeFaults(world: World, random: Random, tally: Tally): Promise<void> {
  for (let left = random.between(1, 3); left > 0; left--) {
    const out = world.networks ? 'networks' : 'sandbox'
    const side = random.chance(0.6) ? out : world.slack ? 'slack' : 'desk'
    const kind = random.pick(FAULTS[side]) ?? '500'
    const on = random.pick(['writes', 'writes', 'reads', 'all']) ?? 'writes'
    const reads = kind === 'late-visible' ? 'writes' : on
    const real = world.networks && side === out ? random.pick(world.real) : undefined
    const fault = {
      kind,
      on: reads,
      times: random.between(1, 4),
      ...(kind === '429' && { retryAfter: 1 }),
      ...(real && { network: real }),
    }
    await call('POST', side === out ? `${world.urls.sandbox}/sandbox/faults` : `${world.urls.desk}/desk/faults`, fault)
    tally.faults.set(`${side} ${kind}`, (tally.faults.get(`${side} ${kind}`) ?? 0) + 1)
  }
}

/** Calls everything off and lifts what limits the pace, not what limits the content. */
export async function calm(world: World): Promise<void> {
  await call('DELETE', `${world.urls.sandbox}/sandbox/faults`)
  await call('DELETE', `${world.urls.desk}/desk/faults`)
  await liftQuotas(world)
}

export const liftQuotas = (world: World) => call('POST', `${world.urls.sandbox}/sandbox/quotas`, { lifted: true })

/** Kills the station, now and then one of the outsiders too, and starts what was killed again. */
export async function kill(world: World, random: Random, tally: Tally): Promise<void> {
  // The fakes of real networks live in this process, and are not killed.
  const outsider = random.chance(0.12) ? world.sandbox : random.chance(0.12) ? world.desk : null
  if (outsider) {
    tally.kills[outsider === world.sandbox ? 'sandbox' : 'desk'] += 1
    await outsider.kill()
  }
  if (!outsider || random.chance(0.5)) {
    tally.kills.station += 1
    await world.station.kill()
  }
  await sleep(random.between(0, 600))
  if (outsider) await outsider.start()
  if (outsider === world.sandbox) await liftQuotas(world)
  if (!world.station.running) await startStation(world.station, random, tally)
}

/** Starts the station; now and then it is killed while it starts. */
async function startStation(station: Child, random: Random, tally: Tally): Promise<void> {
  while (random.chance(0.15)) {
    station.launch()
    await sleep(random.between(50, 900))
    await station.kill()
    tally.kills['station at its start'] += 1
  }
  await station.start()
}
