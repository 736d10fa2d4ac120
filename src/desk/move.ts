import { Refused } from '../model/refused.ts'
import type { Programme } from '../model/station.ts'
import { type Conversation, conversationByNumber } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { programmeCalled } from './members.ts'
import { requireSender } from './send-rights.ts'
import { noticeInThread, openThread, postInThread, reviseCard } from './thread.ts'

/** So many of its newest messages come along into the new thread; the rest stays readable in the old one. */
const COME_ALONG = 40

/**
 * Moves a conversation to another programme. Its old thread says where it went; a new one opens in the other
 * programme's channel with what was said, and the old card becomes quiet. All of it has the conversation's one order key, so it happens in this order.
 */
export async function move(
  act: Act,
  input: { conversation: number; programme: string },
): Promise<{ programme: Programme }> {
  const by = requireSender(act)
  const conversation = await conversationByNumber(act.tx, input.conversation)
  const programme = programmeCalled(act.station, input.programme)
  if (conversation.programme === programme.id)
    throw new Refused('already-there', { number: conversation.id, programme: programme.name })
  const moved = { ...conversation, programme: programme.id, channel: programme.channel, routed_by: 'moved' }
  await act.tx
    .updateTable('conversation')
    .set({ programme: moved.programme, channel: moved.channel, routed_by: moved.routed_by })
    .where('id', '=', conversation.id)
    .execute()
  if (conversation.channel === programme.channel) await reviseCard(act, moved)
  else {
    await noticeInThread(act, conversation, {
      notice: 'moved-away',
      facts: { who: by.name, programme: programme.name },
    })
    await openThread(act, moved, {
      notice: { notice: 'moved-here', facts: { who: by.name, from: fromName(act, conversation) } },
    })
    await repeat(act, moved)
    await reviseCard(act, moved)
  }
  await record(act, 'moved', { conversation: conversation.id, detail: programme.id })
  return { programme }
}

const fromName = (act: Act, conversation: Conversation): string =>
  act.station.programmes.find((it) => it.id === conversation.programme)?.name ?? conversation.channel

/** Shows in the new thread what was said: the card has the first message, our own stand as their drafts. */
async function repeat(act: Act, conversation: Conversation): Promise<void> {
  const messages = await act.tx
    .selectFrom('message')
    .select(['id', 'direction', 'draft'])
    .where('conversation', '=', conversation.id)
    .where('ordinal', '>', 1)
    .orderBy('ordinal', 'desc')
    .limit(COME_ALONG)
    .execute()
  for (const message of messages.reverse()) {
    if (message.direction === 'in') await postInThread(act, conversation, 'message', message.id)
    else if (message.draft !== null) await postInThread(act, conversation, 'draft', message.draft)
  }
  const underWay = await act.tx
    .selectFrom('draft')
    .select('id')
    .where('conversation', '=', conversation.id)
    .where('state', 'in', ['held', 'sending', 'stale', 'unknown', 'person', 'review'])
    .orderBy('id')
    .execute()
  for (const draft of underWay) await postInThread(act, conversation, 'draft', draft.id)
}
