import { setTimeout as sleep } from 'node:timers/promises'
import { seenNow } from './collect.ts'
import type { Curators } from './curators.ts'
import { channelsOf } from './desk-view.ts'
import { arrangeFaults, calm, emptyTally, kill, type Tally } from './mischief.ts'
import type { Random } from './random.ts'
import type { Readers } from './readers.ts'
import type { World } from './world.ts'

const LATELY = 30_000

interface Cast {
  world: World
  readers: Readers
  curators: Curators
  random: Random
}

/** Rounds of load, misfortune and SIGKILL; `told` hears of each round. */
export async function runRounds(
  cast: Cast,
  rounds: number,
  told: (round: number, tally: Tally) => void,
): Promise<Tally> {
  const { world, random } = cast
  const tally = emptyTally()
  const load = startLoad(cast)
  try {
    for (let round = 1; round <= rounds; round++) {
      // Now and then a round without new faults, so that what has piled up can move.
      if (random.chance(0.25)) await calm(world)
      else await arrangeFaults(world, random, tally)
      await sleep(random.between(300, 4_000))
      await kill(world, random, tally)
      told(round, tally)
    }
  } finally {
    await load.stop()
  }
  return tally
}

/** Readers and curators at work side by side until they are stopped. */
function startLoad({ world, readers, curators }: Cast): { stop(): Promise<void> } {
  let stopped = false
  const repeat = async (pause: number, work: () => Promise<void>) => {
    while (!stopped) {
      await work()
      await sleep(pause)
    }
  }
  const loops = [
    repeat(60, () => readers.act()),
    repeat(150, () => readers.act()),
    repeat(120, () => curators.act()),
    repeat(200, () => curators.act()),
    repeat(300, () => curators.act()),
    repeat(400, () => curators.act()),
    repeat(600, async () => curators.look(await channelsOf(world.urls.desk), Date.now() - LATELY)),
    repeat(3_000, async () => {
      readers.ours = (await seenNow(world, Date.now() - LATELY)).slice(-30)
    }),
  ]
  return {
    stop: async () => {
      stopped = true
      await Promise.all(loops)
    },
  }
}
