import { MINUTE } from '../model/clock.ts'
import { type Conversation, conversationByNumber } from '../store/conversations.ts'
import { digestById } from '../store/digests.ts'
import type { Delivery } from '../store/outbox.ts'
import { unsettled } from '../store/unsettled.ts'
import type { Act } from './act.ts'
import { forgetMessage, forgetThread } from './forget-shown.ts'
import { openConversation } from './open-conversation.ts'
import { queuePost } from './queue-chat.ts'
import type { Rendered } from './render.ts'
import { openDigest } from './revise-digest.ts'
import { opening } from './standing.ts'
import { alarm } from './thread.ts'

/** A thread that was opened again and is gone so soon will not stay in that channel. */
const AT_ONCE = 10 * MINUTE

/** Whether a chat says that what we write to is not there: the thread, the message, the whole channel. */
export const isGone = (reason: string): boolean => reason === 'gone' || reason === 'no-channel'

/**
 * What a delivery was meant for is not in the chat any more. A thread is opened again with everything that stood in it,
 * once, however much waits for it; a digest and a reply's line come once more; anything else is forgotten. False where a
 * person must look: it does not stay in the channel for alarms either.
 * @param rendered where it went; null where there was no thread for it
 */
export async function showAgain(act: Act, delivery: Delivery, rendered: Rendered | null): Promise<boolean> {
  if (rendered?.message) await forgetMessage(act, delivery.to, rendered.channel, rendered.message, delivery)
  if (delivery.subject === 'digest' && delivery.verb === 'revise') {
    await openDigest(act, await digestById(act.tx, delivery.subject_id))
    return true
  }
  const { conversation: number } = JSON.parse(delivery.body) as { conversation?: number }
  if (number === undefined) return rendered === null || delivery.verb === 'revise'
  const conversation = await conversationByNumber(act.tx, number)
  const main = await mainThread(act, delivery.to, number)
  if (delivery.verb === 'post' || (delivery.subject === 'card' && rendered?.thread === main?.ref))
    return reopen(act, delivery, conversation, main)
  if (delivery.subject === 'draft' && rendered?.thread === main?.ref)
    await queuePost(act, delivery.to, conversation, 'draft', delivery.subject_id, { priority: delivery.priority })
  return true
}

interface Main {
  channel: string
  ref: string
  reopened_at: number | null
}

async function reopen(act: Act, delivery: Delivery, conversation: Conversation, main: Main | null): Promise<boolean> {
  const { alarms } = act.station.channels
  const again = main?.reopened_at != null && act.now - main.reopened_at < AT_ONCE
  if (again && main.channel === alarms) {
    const facts = { number: conversation.id, channel: alarms }
    await alarm(act, alarms, `thread:${conversation.id}`, { notice: 'thread-lost', facts })
    await takeBack(act, delivery, 'rejected')
    return false
  }
  if (main) await forgetThread(act, delivery.to, conversation.id, main)
  const waiting = await takeBack(act, delivery, 'cancelled')
  const shown = await openConversation(act, delivery.to, conversation, {
    priority: delivery.priority,
    notice: { notice: 'thread-again' },
    reopened: act.now,
    elsewhere: again ? alarms : undefined,
  })
  const after = await opening(act, delivery.to, conversation.id)
  for (const it of [delivery, ...waiting])
    if (it.verb === 'post' && !shown.some(({ subject, id }) => it.subject === subject && it.subject_id === id))
      await queuePost(act, delivery.to, conversation, it.subject, it.subject_id, {
        priority: it.priority,
        body: JSON.parse(it.body),
        after,
      })
  return true
}

/** Whatever else was to stand in the thread: it is part of what is shown again, comes behind it, or has no place left. */
const takeBack = (act: Act, delivery: Delivery, state: 'cancelled' | 'rejected'): Promise<Delivery[]> =>
  act.tx
    .updateTable('delivery')
    .set({ state, reason: 'gone', settled_at: act.now, head: 0 })
    .where('order_key', '=', delivery.order_key)
    .where(unsettled)
    .where('state', '=', 'queued')
    .where('verb', 'in', ['open', 'post'])
    .where('id', '<>', delivery.id)
    .returningAll()
    .execute()

const mainThread = async (act: Act, platform: string, conversation: number): Promise<Main | null> =>
  (await act.tx
    .selectFrom('thread')
    .select(['channel', 'ref', 'reopened_at'])
    .where('conversation', '=', conversation)
    .where('platform', '=', platform)
    .where('role', '=', 'main')
    .executeTakeFirst()) ?? null
