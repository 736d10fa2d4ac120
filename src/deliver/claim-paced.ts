import type { Act } from '../desk/act.ts'
import { fold } from '../desk/fold.ts'
import { type Delivery, PRIORITY } from '../store/outbox.ts'
import { claimReady, nextPriority } from '../store/outbox-worker.ts'
import { channelOf, type Pace } from './pace.ts'

/**
 * Takes the one delivery that may leave now on each paced rate key. Replies and alarms go first; where new
 * conversations are next and there are too many of them, they are gathered before one is taken.
 */
export async function claimPaced(
  act: Act,
  { pace, flying, held, boot }: { pace: Pace; flying: Iterable<Delivery>; held: readonly string[]; boot: string },
): Promise<Delivery[]> {
  const { tx, now, steady } = act
  const taken: Delivery[] = []
  for (const key of pace.due(flying, steady)) {
    if (held.includes(key)) continue
    const next = await nextPriority(tx, key, steady)
    if (next === null) continue
    const { platform, what } = channelOf(key)
    if (next >= PRIORITY.mirror && (await fold(act, platform, what)) > 0) await pace.keep(act, key)
    const at = { now, steady, boot, limit: 1, networksPaused: false, pausedRates: [], busy: [], only: key }
    taken.push(...(await claimReady(tx, at)))
  }
  return taken
}
