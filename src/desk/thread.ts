import { digestOf } from '../store/digests.ts'
import { enqueue, hurryOrder, PRIORITY } from '../store/outbox.ts'
import type { Subject } from '../store/tables.ts'
import { unsettled } from '../store/unsettled.ts'
import type { Act } from './act.ts'
import { openConversation } from './open-conversation.ts'
import { orderKeyOf, queueOpening, queuePost, rateKeyOf, reviseKeyOf, type ThreadOf } from './queue-chat.ts'
import { reviseDigest } from './revise-digest.ts'
import { isSaidByDigest } from './said-by-digest.ts'
import { shownIn } from './shown.ts'
import { standing } from './standing.ts'

/** A sentence of the station's own, by its name in wording/notices. */
export interface Notice {
  notice: string
  facts?: Record<string, string | number>
  /** Members to be notified. */
  mentions?: string[]
}

/** Opens a new conversation's thread, its card at the top, on every chat platform. */
export async function openThread(act: Act, conversation: ThreadOf): Promise<void> {
  for (const platform of act.platforms) await queueOpening(act, platform, conversation, { fresh: true })
}

/**
 * Puts one message in the conversation's thread on every chat platform. Where it only stands in a digest, what came in
 * changes the digest; what our people say or must see gives it a thread first.
 */
export async function postInThread(
  act: Act,
  conversation: ThreadOf,
  subject: Subject,
  subjectId: number,
  options: { priority?: number; body?: object } = {},
): Promise<void> {
  const { priority = PRIORITY.mirror } = options
  for (const platform of act.platforms) {
    let place = await standing(act, platform, conversation.id)
    if (place.in === 'digest') {
      if (isSaidByDigest(subject, options)) {
        await reviseDigest(act, platform, place.digest)
        continue
      }
      const shown = await openConversation(act, platform, conversation, {
        priority: Math.min(priority, PRIORITY.mirror),
      })
      if (shown.some((it) => it.subject === subject && it.id === subjectId)) {
        await hurryOrder(act.tx, orderKeyOf(platform, conversation.id), priority)
        continue
      }
      place = await standing(act, platform, conversation.id)
    }
    await queuePost(act, platform, conversation, subject, subjectId, {
      ...options,
      after: place.in === 'opening' ? place.delivery : null,
    })
  }
}

/** Says something of the station's own in the conversation's thread. */
export const noticeInThread = (act: Act, conversation: ThreadOf, notice: Notice, priority: number = PRIORITY.notice) =>
  postInThread(act, conversation, 'notice', conversation.id, { priority, body: notice })

/**
 * Shows the present state of something that stands in a chat already, in every thread where it does. One revision of
 * each that is still waiting is enough: it is rendered when it leaves.
 */
export async function reviseInThread(
  act: Act,
  conversation: ThreadOf,
  subject: Subject,
  subjectId: number,
): Promise<void> {
  for (const platform of act.platforms) {
    const open = await act.tx
      .selectFrom('delivery')
      .select(['verb', 'state', 'body'])
      .where('subject', '=', subject)
      .where('subject_id', '=', subjectId)
      .where('to', '=', platform)
      .where(unsettled)
      .execute()
    const waiting = new Set(
      open
        .filter((it) => it.verb === 'revise' && it.state === 'queued')
        .map((it) => (JSON.parse(it.body) as { ref?: string }).ref),
    )
    const shown = await shownIn(act, platform, subject, subjectId)
    const item = shown.length + open.length > 0 ? null : await digestOf(act.tx, platform, conversation.id)
    if (item && !item.opened) {
      await reviseDigest(act, platform, item.digest)
      continue
    }
    const coming = open.some((it) => it.verb === 'open' || it.verb === 'post')
    // The newest is found when the revision leaves: it may be on its way there.
    const newest = { ref: undefined }
    for (const { ref } of [newest, ...(coming ? shown : shown.slice(1))]) {
      if (waiting.has(ref)) continue
      await enqueue(act, {
        target: 'chat',
        to: platform,
        verb: 'revise',
        orderKey: orderKeyOf(platform, conversation.id),
        rateKey: reviseKeyOf(platform),
        priority: PRIORITY.notice,
        subject,
        subjectId,
        body: { conversation: conversation.id, ref },
      })
    }
  }
}

export const reviseCard = (act: Act, conversation: ThreadOf) =>
  reviseInThread(act, conversation, 'card', conversation.id)

/** Raises an alarm in a channel; `about` keeps one kind of alarm in one line. */
export async function alarm(act: Act, channel: string, about: string, notice: Notice): Promise<void> {
  for (const platform of act.platforms)
    await enqueue(act, {
      target: 'chat',
      to: platform,
      verb: 'open',
      orderKey: `chat:${platform}:alarm:${about}`,
      rateKey: rateKeyOf(platform, channel),
      priority: PRIORITY.alarm,
      subject: 'notice',
      subjectId: 0,
      body: { channel, alarm: true, ...notice },
    })
}
