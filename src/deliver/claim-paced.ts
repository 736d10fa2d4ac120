import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Act } from '../desk/act.ts'
import { fold } from '../desk/fold.ts'
import { type Delivery, PRIORITY } from '../store/outbox.ts'
import { claimReady, nextPriority } from '../store/outbox-worker.ts'
import { isDatabaseTrouble } from '../store/trouble.ts'
import { channelOf, type Pace } from './pace.ts'

/**
 * Takes the one delivery that may leave now on each paced rate key. Replies and alarms go first; where new
 * conversations are next and there are too many of them, they are gathered before one is taken.
 */
export async function claimPaced(
  act: Act,
  {
    pace,
    flying,
    held,
    boot,
    log,
  }: { pace: Pace; flying: Iterable<Delivery>; held: readonly string[]; boot: string; log: Logger },
): Promise<Delivery[]> {
  const { tx, now, steady } = act
  const taken: Delivery[] = []
  for (const key of pace.due(flying, steady)) {
    if (held.includes(key)) continue
    const next = await nextPriority(tx, key, steady)
    if (next === null) continue
    const { platform, what } = channelOf(key)
    if (next >= PRIORITY.mirror && (await gather(act, platform, what, log)) > 0) await pace.keep(act, key)
    const at = { now, steady, boot, limit: 1, networksPaused: false, pausedRates: [], busy: [], only: key }
    taken.push(...(await claimReady(tx, at)))
  }
  return taken
}

/** What cannot be gathered is a bug: each then leaves on its own, and nothing else is held up. */
async function gather(act: Act, platform: string, channel: string, log: Logger): Promise<number> {
  await sql`savepoint gather`.execute(act.tx)
  try {
    const gathered = await fold(act, platform, channel)
    await sql`release gather`.execute(act.tx)
    return gathered
  } catch (error) {
    if (isDatabaseTrouble(error)) throw error
    await sql`rollback to gather`.execute(act.tx)
    await sql`release gather`.execute(act.tx)
    log.error({ err: error, channel }, 'new conversations could not be gathered; each leaves on its own')
    return 0
  }
}
