import { digestOf } from '../store/digests.ts'
import { enqueue, hurryOrder, PRIORITY } from '../store/outbox.ts'
import type { Subject } from '../store/tables.ts'
import { unsettled } from '../store/unsettled.ts'
import type { Act } from './act.ts'
import { openConversation } from './open-conversation.ts'
import { orderKeyOf, queueOpening, queuePost, rateKeyOf, reviseKeyOf, type ThreadOf } from './queue-chat.ts'
import { reviseDigest } from './revise-digest.ts'
import { shownIn } from './shown.ts'

/** A sentence of the station's own, by its name in wording/notices. */
export interface Notice {
  notice: string
  facts?: Record<string, string | number>
  /** Members to be notified. */
  mentions?: string[]
}

/** What a digest's line says already: for these alone no thread is opened. */
const SAID_BY_DIGEST: readonly string[] = [
  'off-air',
  'came-at-night',
  'reopened-by-reader',
  'reopened-unanswered',
  'reopened',
  'closed',
  'ignored',
  'moved-away',
]

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
    const place = await placeOf(act, platform, conversation.id)
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
    }
    await queuePost(act, platform, conversation, subject, subjectId, {
      ...options,
      after: place.in === 'thread' ? null : await opening(act, platform, conversation.id),
    })
  }
}

/** A reply that a person wrote is hurried, an automatic one is not. */
function isSaidByDigest(subject: Subject, { priority = PRIORITY.mirror, body }: { priority?: number; body?: object }) {
  if (subject !== 'notice') return priority >= PRIORITY.mirror
  return isQuiet((body as Partial<Notice> | undefined)?.notice)
}

/** Whether a notice may go unsaid where its conversation only stands in a digest. */
export const isQuiet = (notice: string | undefined): boolean => SAID_BY_DIGEST.includes(notice ?? '')

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

/** Where a conversation stands on a platform: in its thread, in a digest, or nowhere yet. */
async function placeOf(
  act: Act,
  platform: string,
  conversation: number,
): Promise<{ in: 'thread' | 'nothing' } | { in: 'digest'; digest: number }> {
  const thread = await act.tx
    .selectFrom('thread')
    .select('ref')
    .where('conversation', '=', conversation)
    .where('platform', '=', platform)
    .where('role', '=', 'main')
    .executeTakeFirst()
  if (thread) return { in: 'thread' }
  const item = await digestOf(act.tx, platform, conversation)
  return item && !item.opened ? { in: 'digest', digest: item.digest } : { in: 'nothing' }
}

/** The delivery that opens a thread which does not exist yet; null where none does. */
export async function opening(act: Act, platform: string, conversation: number): Promise<number | null> {
  const row = await act.tx
    .selectFrom('delivery')
    .select('id')
    .where('subject', '=', 'card')
    .where('subject_id', '=', conversation)
    .where('to', '=', platform)
    .where('verb', '=', 'open')
    .where(unsettled)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}
