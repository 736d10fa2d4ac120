import { Refused } from '../model/refused.ts'
import type { Member } from '../model/station.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { ANSWERING, DIRECTING, hasRole, memberCalled } from './members.ts'
import { requireSender, requireUnclaimed } from './send-rights.ts'
import { noticeInThread, reviseCard } from './thread.ts'

/** Gives a conversation to a colleague, with a lease that starts now, and calls that colleague to it. */
export async function assign(act: Act, input: { conversation: number; member: string }): Promise<{ to: Member }> {
  const by = requireSender(act)
  const conversation = await conversationByNumber(act.tx, input.conversation)
  if (conversation.state === 'closed') throw new Refused('conversation-closed', { number: conversation.id })
  const to = memberCalled(act.station, input.member)
  if (!hasRole(to, ANSWERING)) throw new Refused('cannot-answer', { who: to.name })
  if (!hasRole(by, DIRECTING)) requireUnclaimed(act, conversation, by)
  await act.tx
    .updateTable('conversation')
    .set({ claimed_by: to.id, claimed_until: act.now + act.station.replies.claim })
    .where('id', '=', conversation.id)
    .execute()
  await noticeInThread(act, conversation, {
    notice: 'assigned',
    facts: { who: by.name, to: to.name },
    mentions: [to.id],
  })
  await reviseCard(act, conversation)
  await record(act, 'assigned', { conversation: conversation.id, detail: to.id })
  return { to }
}
