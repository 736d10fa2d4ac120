import { conversationByNumber } from '../store/conversations.ts'
import { waitingSince } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { noticeInThread, reviseCard } from './thread.ts'

/**
 * A reply ended without being in public: undone, refused, stopped, kept inside, taken back. Where its conversation was
 * closed as answered meanwhile, it was not: it opens again, so that no reader is forgotten.
 */
export async function reopenUnanswered(act: Act, number: number): Promise<void> {
  const conversation = await conversationByNumber(act.tx, number)
  if (conversation.state !== 'closed' || conversation.close_reason !== 'answered' || !conversation.current) return
  const waiting = await waitingSince(act.tx, number)
  if (waiting === null) return
  await act.tx
    .updateTable('conversation')
    .set({ state: 'open', close_reason: null, close_note: null, closed_at: null, waiting_since: waiting })
    .where('id', '=', number)
    .execute()
  await noticeInThread(act, conversation, { notice: 'reopened-unanswered' })
  await reviseCard(act, conversation)
  await record(act, 'reopened', { conversation: number })
}
