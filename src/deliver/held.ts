import { isDenied } from '../desk/access-trouble.ts'
import type { Act } from '../desk/act.ts'
import { tellHeldForMoney } from '../desk/budget-levels.ts'
import { alarm } from '../desk/thread.ts'
import { MINUTE } from '../model/clock.ts'
import { isNetwork, NETWORK_LABEL, type Outcome } from '../model/network.ts'
import type { Delivery } from '../store/outbox.ts'
import { freeRate, markTold, pauseRate } from '../store/rates.ts'

/** What keeps a network back, in kinds that a person can act on. */
type Held = 'auth' | 'account' | 'permission' | 'quota' | 'unreachable'

/** What is kept back for so long raises one alarm; it goes on by itself. */
const ALARM_AFTER = MINUTE

/**
 * A network or a channel takes nothing for a while: all that goes there waits. Of a network the team is told, once; a
 * chat that takes nothing would not take the alarm either, and /healthz tells of it. Where our access is looked at
 * (`probed`), what is denied for want of it is told by whoever does that.
 */
export async function keepBack(
  act: Act,
  delivery: Delivery,
  outcome: Extract<Outcome, { status: 'later' }>,
  probed: boolean,
): Promise<void> {
  if (outcome.reason === 'budget') return holdForMoney(act, delivery, outcome.after)
  const why = kindOf(outcome.reason)
  const held = await pauseRate(act, delivery.rate_key, outcome.after, why)
  if (!isNetwork(delivery.to) || held.told) return
  if (isDenied(why) && probed) return
  if (act.steady + outcome.after - held.since < ALARM_AFTER) return
  await markTold(act.tx, delivery.rate_key)
  await tell(act, delivery, 'send-held', why)
}

/**
 * Our own cap, not the network's no: the money notices tell of it. A post waits alone, for replies may use more than
 * posts; where a reply finds nothing left, everything does.
 */
async function holdForMoney(act: Act, delivery: Delivery, ms: number): Promise<void> {
  const alone = delivery.subject === 'post' && delivery.verb === 'publish'
  if (!alone) await pauseRate(act, delivery.rate_key, ms, 'budget')
  if (isNetwork(delivery.to)) await tellHeldForMoney(act, delivery.to, alone ? 'spent' : 'empty')
}

/** A network took or refused something: where the team was told that it would not, it is told that it does. */
export async function letThrough(act: Act, delivery: Delivery): Promise<void> {
  if (await freeRate(act, delivery.rate_key)) await tell(act, delivery, 'send-back')
}

function kindOf(reason: string): Held {
  if (isDenied(reason)) return reason
  return reason === 'rate-limit' || reason === 'quota' ? 'quota' : 'unreachable'
}

async function tell(act: Act, delivery: Delivery, notice: 'send-held' | 'send-back', why?: Held): Promise<void> {
  if (!isNetwork(delivery.to)) return
  await alarm(act, act.station.channels.alarms, `send:${delivery.rate_key}`, {
    notice,
    facts: { network: NETWORK_LABEL[delivery.to], ...(why && { why }) },
  })
}
