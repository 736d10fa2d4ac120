import type { Quote } from '../model/chat.ts'
import type { Act } from './act.ts'
import { memberName } from './members.ts'
import { quoteOf } from './quote.ts'

const MESSAGES = 8

/** What readers and we said last in a conversation, oldest first, as it stands now; nothing of what was deleted. */
export async function soFar(act: Act, conversation: number): Promise<Quote[]> {
  const rows = await act.tx
    .selectFrom('message as m')
    .leftJoin('person as p', 'p.id', 'm.person')
    .leftJoin('draft as d', 'd.id', 'm.draft')
    .selectAll('m')
    .select(['p.handle', 'd.by'])
    .where('m.conversation', '=', conversation)
    .where('m.state', '=', 'live')
    .orderBy('m.ordinal', 'desc')
    .limit(MESSAGES)
    .execute()
  return rows
    .reverse()
    .map(({ handle, by, ...message }) =>
      quoteOf(message, message.direction === 'out' ? memberName(act.station, by) : (handle ?? '')),
    )
}
