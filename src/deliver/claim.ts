import type { Logger } from 'pino'
import type { Act } from '../desk/act.ts'
import type { Delivery } from '../store/outbox.ts'
import { claimReady, conclude } from '../store/outbox-worker.ts'
import { pausedRates, unprovenRates } from '../store/rates.ts'
import { isPaused } from '../store/settings.ts'
import { isDatabaseTrouble } from '../store/trouble.ts'
import { type Call, callOf } from './call.ts'
import { claimPaced } from './claim-paced.ts'
import type { Pace } from './pace.ts'
import { showFault } from './show-fault.ts'

/** At most so many calls to one chat or network at a time. */
const IN_FLIGHT_EACH = 64

/** A delivery that was taken, and the call that it comes down to; some have nothing to say any more, and are over. */
export interface Claimed {
  delivery: Delivery
  call: Call
}

/** Takes up to `room` deliveries that may leave now, and those of paced rate keys, and renders them as things stand. */
export async function claim(
  act: Act,
  at: { boot: string; log: Logger; pace: Pace; flying: readonly Delivery[]; room: number },
): Promise<Claimed[]> {
  const { tx, now, steady } = act
  const { boot, flying, room, log } = at
  const held = await pausedRates(tx, steady)
  const paced = at.pace.paced(held)
  const unproven = await unprovenRates(tx, steady)
  const trying = flying.map((it) => it.rate_key).filter((key) => unproven.includes(key))
  const first = await claimPaced(act, { pace: at.pace, flying, held, boot, log })
  const rest = await claimReady(tx, {
    now,
    steady,
    boot,
    limit: room,
    networksPaused: await isPaused(tx),
    pausedRates: [...held, ...paced, ...trying],
    busy: busy(flying),
    oneOf: unproven,
  })
  const claimed: Claimed[] = []
  for (const delivery of [...first, ...rest]) {
    const call = await prepare(act, delivery, log)
    if (call.kind === 'nothing') await conclude(tx, delivery, call.end)
    claimed.push({ delivery, call })
  }
  return claimed
}

/** A delivery that cannot be rendered is a bug; it goes to a person, and the others leave. */
async function prepare(act: Act, delivery: Delivery, log: Logger): Promise<Call> {
  try {
    return await callOf(act, delivery)
  } catch (error) {
    if (isDatabaseTrouble(error)) throw error
    log.error({ err: error, delivery: delivery.id }, 'a delivery could not be rendered; a person must look')
    await showFault(act, delivery, log)
    return { kind: 'nothing', end: { state: 'unknown', person: 1, reason: 'fault' } }
  }
}

/** Where so much is under way already that a slow one would take everybody's room. */
function busy(flying: readonly Delivery[]): string[] {
  const counts = new Map<string, number>()
  for (const { to } of flying) counts.set(to, (counts.get(to) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= IN_FLIGHT_EACH).map(([to]) => to)
}
