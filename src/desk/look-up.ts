import type { Content } from '../model/chat.ts'
import { conversationByNumber, personById } from '../store/conversations.ts'
import type { Act } from './act.ts'
import { cardContent } from './card.ts'
import { excerpt } from './excerpt.ts'
import { memberName } from './members.ts'
import { quoteOf } from './quote.ts'

const MESSAGES = 10
const EVENTS = 60

/** A conversation as it stands: its card and the newest messages behind the first. */
export async function lookUpConversation(act: Act, number: number): Promise<{ card: Content; messages: Content[] }> {
  const card = await cardContent(act, number)
  const rows = await act.tx
    .selectFrom('message as m')
    .leftJoin('person as p', 'p.id', 'm.person')
    .leftJoin('draft as d', 'd.id', 'm.draft')
    .selectAll('m')
    .select(['p.handle', 'd.by'])
    .where('m.conversation', '=', number)
    .where('m.ordinal', '>', 1)
    .orderBy('m.ordinal', 'desc')
    .limit(MESSAGES)
    .execute()
  return {
    card,
    messages: rows.reverse().map(({ handle, by, ...message }) => ({
      kind: 'private',
      text: `${number}.${message.ordinal}`,
      quote: quoteOf(message, message.direction === 'out' ? memberName(act.station, by) : (handle ?? '')),
      about: { conversation: number, network: message.network },
    })),
  }
}

/** One line of what happened in a conversation: `what` is `wrote` for the public, else the act's name in the history. */
export interface Event {
  at: number
  what: string
  who: string
  detail: string
  /** The beginning of the message or the draft that it is about. */
  line: string
}

/** Who wrote, sent, undid and closed what, and when; the newest of it, oldest first. */
export async function lookUpHistory(act: Act, number: number): Promise<Event[]> {
  const conversation = await conversationByNumber(act.tx, number)
  const first = await personById(act.tx, conversation.person)
  const wrote = await act.tx
    .selectFrom('message as m')
    .leftJoin('person as p', 'p.id', 'm.person')
    .select(['m.received_at as at', 'm.ordinal', 'm.text', 'p.handle'])
    .where('m.conversation', '=', number)
    .where('m.direction', '=', 'in')
    .orderBy('m.ordinal', 'desc')
    .limit(EVENTS)
    .execute()
  const acts = await act.tx
    .selectFrom('history as h')
    .leftJoin('draft as d', 'd.id', 'h.draft')
    .select(['h.at', 'h.by', 'h.what', 'h.detail', 'd.text'])
    .where('h.conversation', '=', number)
    .orderBy('h.id', 'desc')
    .limit(EVENTS)
    .execute()
  const events = [
    ...wrote.map((it) => ({
      at: it.at,
      what: 'wrote',
      who: `@${it.handle ?? first.handle}`,
      detail: `${number}.${it.ordinal}`,
      line: excerpt(it.text),
    })),
    ...acts.reverse().map((it) => ({
      at: it.at,
      what: it.what,
      who: memberName(act.station, it.by),
      detail: it.detail ?? '',
      line: excerpt(it.text ?? ''),
    })),
  ]
  return events.sort((a, b) => a.at - b.at).slice(-EVENTS)
}
