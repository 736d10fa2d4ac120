import { Refused } from '../model/refused.ts'
import type { Programme } from '../model/station.ts'
import { type Conversation, conversationByNumber } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { programmeCalled } from './members.ts'
import { openConversation } from './open-conversation.ts'
import { requireSender } from './send-rights.ts'
import { noticeInThread, reviseCard } from './thread.ts'

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
    const notice = { notice: 'moved-here', facts: { who: by.name, from: fromName(act, conversation) } }
    for (const platform of act.platforms) await openConversation(act, platform, moved, { notice })
    await reviseCard(act, moved)
  }
  await record(act, 'moved', { conversation: conversation.id, detail: programme.id })
  return { programme }
}

const fromName = (act: Act, conversation: Conversation): string =>
  act.station.programmes.find((it) => it.id === conversation.programme)?.name ?? conversation.channel
