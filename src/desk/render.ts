import type { Content } from '../model/chat.ts'
import { conversationByNumber, messageById, personById } from '../store/conversations.ts'
import type { Delivery } from '../store/outbox.ts'
import { noticeText } from '../wording/notices.ts'
import type { Act } from './act.ts'
import { cardContent } from './card.ts'
import { digestContent } from './digest.ts'
import { draftContent } from './draft-line.ts'
import { leftBehind, movedOn } from './moved-on.ts'
import { quoteOf } from './quote.ts'
import { type AiringKey, runningOrder } from './running-order.ts'
import { postContent } from './schedule/announce.ts'
import { lateContent } from './schedule/late.ts'
import { shownIn } from './shown.ts'
import { standingFacts } from './standing-facts.ts'

/** Where a chat delivery goes and what it shows at this moment. */
export interface Rendered {
  channel: string
  thread: string | null
  /** The message to revise. */
  message: string | null
  content: Content
}

interface Body {
  channel?: string
  conversation?: number
  /** For a revision: the one message of several to revise; the newest where none is named. */
  ref?: string
  notice?: string
  facts?: Record<string, string | number>
  mentions?: string[]
  alarm?: boolean
  airing?: AiringKey
  /** The channel that did not take it. */
  instead?: string
}

/**
 * Renders a chat delivery from the store when it leaves, so that what was deleted or changed meanwhile cannot come back
 * out of a queue. Null: what it was about stands nowhere in this chat, so there is nothing to say.
 */
export async function render(act: Act, delivery: Delivery): Promise<Rendered | null> {
  const body = JSON.parse(delivery.body) as Body
  const shows = await contentOf(act, delivery, body)
  if (shows === null) return null
  const content = diverted(act, body, shows)
  if (delivery.verb === 'open')
    return { channel: body.channel ?? act.station.channels.alarms, thread: null, message: null, content }
  if (delivery.verb === 'revise') {
    const shown = (await shownIn(act, delivery.to, delivery.subject, delivery.subject_id)).find(
      (it) => body.ref === undefined || it.ref === body.ref,
    )
    if (!shown) return null
    const moved = await movedOn(act, delivery.to, shown.channel, shown.thread)
    const { channel, thread, ref } = shown
    return { channel, thread, message: ref, content: moved ? leftBehind(act, content) : content }
  }
  const thread = await act.tx
    .selectFrom('thread')
    .select(['channel', 'ref'])
    .where('conversation', '=', body.conversation ?? 0)
    .where('platform', '=', delivery.to)
    .where('role', '=', 'main')
    .executeTakeFirst()
  return thread ? { channel: thread.channel, thread: thread.ref, message: null, content } : null
}

/** What stands in another channel than its own says so first. */
const diverted = (act: Act, { instead }: Body, content: Content): Content =>
  instead === undefined
    ? content
    : { ...content, text: `${noticeText(act.station.language, 'channel-gone', { channel: instead })} ${content.text}` }

async function contentOf(act: Act, delivery: Delivery, body: Body): Promise<Content | null> {
  switch (delivery.subject) {
    case 'card': {
      const card = await cardContent(act, delivery.subject_id)
      return body.notice
        ? { ...card, text: `${card.text} · ${noticeText(act.station.language, body.notice, body.facts)}` }
        : card
    }
    case 'message':
      return messageContent(act, delivery.subject_id)
    case 'draft':
      return draftContent(act, delivery.subject_id)
    case 'post':
      return postContent(act, delivery.subject_id)
    case 'late':
      return lateContent(act, delivery.subject_id)
    case 'digest':
      return called(act, body, await digestContent(act, delivery.subject_id))
    default:
      if (body.airing) return runningOrder(act, body.airing)
      return {
        kind: body.alarm ? 'alarm' : 'notice',
        text: noticeText(act.station.language, body.notice ?? '', body.facts),
        ...(body.mentions ? { mentions: body.mentions } : {}),
        ...(body.conversation ? { about: { conversation: body.conversation } } : {}),
      }
  }
}

/** Whoever is called to a new digest. */
const called = (act: Act, { notice, facts, mentions }: Body, content: Content): Content =>
  notice === undefined
    ? content
    : {
        ...content,
        text: `${content.text} ${noticeText(act.station.language, notice, facts)}`,
        ...(mentions && { mentions }),
      }

/** The next message of the public in a thread. */
async function messageContent(act: Act, id: number): Promise<Content> {
  const message = await messageById(act.tx, id)
  const conversation = await conversationByNumber(act.tx, message.conversation ?? 0)
  const person = await personById(act.tx, message.person ?? conversation.person)
  const known = message.state === 'live' ? standingFacts(act, conversation.network, message) : []
  return {
    kind: 'message',
    text: '',
    quote: quoteOf(message, person.handle),
    ...(known.length > 0 && { facts: known }),
    about: {
      conversation: conversation.id,
      network: conversation.network,
      author: person.handle,
      message: `${conversation.id}.${message.ordinal}`,
      external: message.external_id,
    },
  }
}
