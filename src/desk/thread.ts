import { enqueue, PRIORITY } from '../store/outbox.ts'
import type { Subject } from '../store/tables.ts'
import { unsettled } from '../store/unsettled.ts'
import type { Act } from './act.ts'
import { shownIn } from './shown.ts'

/** A sentence of the station's own, by its name in wording/notices. */
export interface Notice {
  notice: string
  facts?: Record<string, string | number>
  /** Members to be notified. */
  mentions?: string[]
}

interface ThreadOf {
  id: number
  channel: string
}

const orderKey = (platform: string, conversation: number) => `chat:${platform}:c${conversation}`
const rateKey = (platform: string, channel: string) => `chat:${platform}:${channel}`

/** Opens the conversation's thread, its card at the top, on every chat platform. */
export async function openThread(
  act: Act,
  conversation: ThreadOf,
  options: { fresh?: boolean; notice?: Notice } = {},
): Promise<void> {
  for (const platform of act.platforms)
    await enqueue(act, {
      target: 'chat',
      to: platform,
      verb: 'open',
      orderKey: orderKey(platform, conversation.id),
      rateKey: rateKey(platform, conversation.channel),
      priority: PRIORITY.mirror,
      subject: 'card',
      subjectId: conversation.id,
      body: { channel: conversation.channel, ...options.notice },
      fresh: options.fresh ?? false,
    })
}

/** Puts one message in the conversation's thread on every chat platform. */
export async function postInThread(
  act: Act,
  conversation: ThreadOf,
  subject: Subject,
  subjectId: number,
  options: { priority?: number; body?: object } = {},
): Promise<void> {
  for (const platform of act.platforms)
    await enqueue(act, {
      target: 'chat',
      to: platform,
      verb: 'post',
      orderKey: orderKey(platform, conversation.id),
      rateKey: rateKey(platform, conversation.channel),
      priority: options.priority ?? PRIORITY.mirror,
      subject,
      subjectId,
      body: { conversation: conversation.id, ...options.body },
      after: await opening(act, platform, conversation.id),
    })
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
    const coming = open.some((it) => it.verb === 'open' || it.verb === 'post')
    // The newest is found when the revision leaves: it may be on its way there.
    const newest = { ref: undefined, channel: conversation.channel }
    for (const { ref, channel } of [newest, ...(coming ? shown : shown.slice(1))]) {
      if (waiting.has(ref)) continue
      await enqueue(act, {
        target: 'chat',
        to: platform,
        verb: 'revise',
        orderKey: orderKey(platform, conversation.id),
        rateKey: rateKey(platform, channel),
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
      rateKey: rateKey(platform, channel),
      priority: PRIORITY.alarm,
      subject: 'notice',
      subjectId: 0,
      body: { channel, alarm: true, ...notice },
    })
}

/** The delivery that opens a thread which does not exist yet; null when it is there. */
async function opening(act: Act, platform: string, conversation: number): Promise<number | null> {
  const thread = await act.tx
    .selectFrom('thread')
    .select('ref')
    .where('conversation', '=', conversation)
    .where('platform', '=', platform)
    .where('role', '=', 'main')
    .executeTakeFirst()
  if (thread) return null
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
