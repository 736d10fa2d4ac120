import { enqueue, PRIORITY } from '../store/outbox.ts'
import type { Subject } from '../store/tables.ts'
import type { Act } from './act.ts'
import type { Notice } from './thread.ts'

/** What a thread in a chat is of. */
export interface ThreadOf {
  id: number
  channel: string
}

/** What stands in one thread leaves in order. */
export const orderKeyOf = (platform: string, conversation: number): string => `chat:${platform}:c${conversation}`

/** A chat counts new messages by channel. */
export const rateKeyOf = (platform: string, channel: string): string => `chat:${platform}:${channel}`

/** Revisions it counts all together, and apart from new messages (Slack: chat.update is tier 3 of the workspace). */
export const reviseKeyOf = (platform: string): string => rateKeyOf(platform, 'revise')

export interface Opening {
  priority?: number
  /** Said on the card until it is revised. */
  notice?: Notice | undefined
  /** True where nothing can stand before it: the conversation is new. */
  fresh?: boolean
  /** In another channel than the conversation's own, which did not keep it. */
  elsewhere?: string | undefined
  /** When its thread turned out to be gone, wall-clock ms. */
  reopened?: number
}

/** Queues the opening of a conversation's thread on one platform, its card at the top. */
export const queueOpening = (act: Act, platform: string, { id, channel }: ThreadOf, opening: Opening) =>
  enqueue(act, {
    target: 'chat',
    to: platform,
    verb: 'open',
    orderKey: orderKeyOf(platform, id),
    rateKey: rateKeyOf(platform, opening.elsewhere ?? channel),
    priority: opening.priority ?? PRIORITY.mirror,
    subject: 'card',
    subjectId: id,
    body: {
      channel: opening.elsewhere ?? channel,
      ...(opening.elsewhere && { instead: channel }),
      ...(opening.reopened && { reopened: opening.reopened }),
      ...opening.notice,
    },
    fresh: opening.fresh ?? false,
  })

export interface Posting {
  priority?: number
  body?: object
  /** The opening of the thread, where that is still to come. */
  after?: number | null
}

/** Queues one message in a conversation's thread on one platform. */
export const queuePost = (
  act: Act,
  platform: string,
  { id, channel }: ThreadOf,
  subject: Subject,
  subjectId: number,
  { priority = PRIORITY.mirror, body = {}, after = null }: Posting,
) =>
  enqueue(act, {
    target: 'chat',
    to: platform,
    verb: 'post',
    orderKey: orderKeyOf(platform, id),
    rateKey: rateKeyOf(platform, channel),
    priority,
    subject,
    subjectId,
    body: { conversation: id, ...body },
    after,
  })
