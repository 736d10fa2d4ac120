import type { Outcome } from '../model/network.ts'
import type { Delivery } from '../store/outbox.ts'
import { conclude, waitingFor } from '../store/outbox-worker.ts'
import type { Act } from './act.ts'
import { rateKeyOf } from './queue-chat.ts'
import type { Rendered } from './render.ts'
import { isGone, showAgain } from './show-again.ts'

/**
 * A message of ours stands in a chat: its references are kept, so that it can be revised and answered. What stood there
 * before keeps its own: after a move both have to be revised, and the old thread still knows its conversation.
 */
export async function settleShown(
  act: Act,
  delivery: Delivery,
  rendered: Pick<Rendered, 'channel' | 'thread'>,
  ref: string,
): Promise<void> {
  const { channel } = rendered
  const thread = rendered.thread ?? ref
  if (delivery.verb === 'open' && delivery.subject === 'card') await goOnIn(act, delivery, channel, ref)
  if (delivery.subject === 'notice') return
  await act.tx
    .insertInto('chat_message')
    .values({ platform: delivery.to, subject: delivery.subject, subject_id: delivery.subject_id, channel, thread, ref })
    .onConflict((it) => it.columns(['platform', 'subject', 'subject_id', 'channel', 'ref']).doUpdateSet({ thread }))
    .execute()
}

async function goOnIn(act: Act, delivery: Delivery, channel: string, ref: string): Promise<void> {
  await act.tx
    .updateTable('thread')
    .set({ role: 'moved' })
    .where('conversation', '=', delivery.subject_id)
    .where('platform', '=', delivery.to)
    .execute()
  await act.tx
    .insertInto('thread')
    .values({
      conversation: delivery.subject_id,
      platform: delivery.to,
      channel,
      role: 'main',
      ref,
      reopened_at: (JSON.parse(delivery.body) as { reopened?: number }).reopened ?? null,
    })
    .onConflict((it) => it.columns(['conversation', 'platform', 'channel', 'ref']).doUpdateSet({ role: 'main' }))
    .execute()
}

/**
 * A chat said no for good. A thread that cannot open in its channel opens in the channel for alarms; one that is not
 * there any more is opened again. What hangs on anything else will never stand anywhere, and must not wait for ever.
 */
export async function settleRefused(
  act: Act,
  delivery: Delivery,
  rendered: Rendered,
  { reason }: Extract<Outcome, { status: 'rejected' }>,
): Promise<void> {
  if (await divertRefused(act, delivery, reason)) return
  if (isGone(reason) && (await showAgain(act, delivery, rendered)))
    return conclude(act.tx, delivery, { state: 'cancelled', reason, settled_at: act.now })
  await conclude(act.tx, delivery, { state: 'rejected', reason, settled_at: act.now })
  for (const waiting of await waitingFor(act.tx, delivery.id))
    await conclude(act.tx, waiting, { state: 'rejected', reason: 'root-refused', settled_at: act.now })
}

/** No reader is forgotten: the same delivery goes to the alarms, and what stands behind it follows. True when it does. */
async function divertRefused(act: Act, delivery: Delivery, reason: string): Promise<boolean> {
  const body = JSON.parse(delivery.body) as { channel?: string }
  const { alarms } = act.station.channels
  if (delivery.verb !== 'open' || body.channel === alarms) return false
  await act.tx
    .updateTable('delivery')
    .set({
      body: JSON.stringify({ ...body, channel: alarms, instead: body.channel }),
      rate_key: rateKeyOf(delivery.to, alarms),
    })
    .where('id', '=', delivery.id)
    .execute()
  await conclude(act.tx, delivery, { state: 'queued', reason, not_before: act.steady, delay: 0 })
  return true
}
