import type { Outcome } from '../model/network.ts'
import type { Delivery } from '../store/outbox.ts'
import { enqueue } from '../store/outbox.ts'
import { conclude, waitingFor } from '../store/outbox-worker.ts'
import type { Act } from './act.ts'
import type { Rendered } from './render.ts'

/** A message of ours stands in a chat: its references are kept, so that it can be revised and answered. */
export async function settleShown(
  act: Act,
  delivery: Delivery,
  rendered: Pick<Rendered, 'channel' | 'thread'>,
  ref: string,
): Promise<void> {
  const { channel } = rendered
  const thread = rendered.thread ?? ref
  if (delivery.verb === 'open' && delivery.subject === 'card')
    await act.tx
      .insertInto('thread')
      .values({ conversation: delivery.subject_id, platform: delivery.to, channel, role: 'main', ref })
      .onConflict((it) => it.columns(['conversation', 'platform', 'role']).doUpdateSet({ channel, ref }))
      .execute()
  if (delivery.subject === 'notice') return
  await act.tx
    .insertInto('chat_message')
    .values({ platform: delivery.to, subject: delivery.subject, subject_id: delivery.subject_id, channel, thread, ref })
    .onConflict((it) => it.columns(['platform', 'subject', 'subject_id']).doUpdateSet({ channel, thread, ref }))
    .execute()
}

/**
 * A chat said no for good. A thread that cannot open in its channel opens in the channel for alarms, so that no reader
 * is forgotten; anything else that hangs on it is told with it.
 */
export async function settleRefused(
  act: Act,
  delivery: Delivery,
  outcome: Extract<Outcome, { status: 'rejected' }>,
): Promise<void> {
  const body = JSON.parse(delivery.body) as { channel?: string }
  const fallback = act.station.channels.alarms
  if (delivery.verb !== 'open') return
  if (body.channel === fallback) {
    for (const waiting of await waitingFor(act.tx, delivery.id))
      await conclude(act.tx, waiting, { state: 'rejected', reason: 'root-refused', settled_at: act.now })
    return
  }
  const again = await enqueue(act, {
    target: 'chat',
    to: delivery.to,
    verb: 'open',
    orderKey: delivery.order_key,
    rateKey: `chat:${delivery.to}:${fallback}`,
    priority: delivery.priority,
    subject: delivery.subject,
    subjectId: delivery.subject_id,
    body: {
      ...body,
      channel: fallback,
      notice: 'channel-gone',
      facts: { channel: body.channel ?? '', reason: outcome.reason },
    },
  })
  for (const waiting of await waitingFor(act.tx, delivery.id)) {
    await act.tx.updateTable('delivery').set({ after: again, head: 0 }).where('id', '=', waiting.id).execute()
    await conclude(act.tx, waiting, { state: 'queued' })
  }
}
