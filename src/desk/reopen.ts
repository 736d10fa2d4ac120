import { Refused } from '../model/refused.ts'
import { type Conversation, conversationByNumber } from '../store/conversations.ts'
import { waitingSince } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { requireSender } from './send-rights.ts'
import { noticeInThread, reviseCard } from './thread.ts'

/** Takes a closed conversation up again; who has had no answer waits since the moment that person wrote. */
export async function reopen(act: Act, number: number): Promise<void> {
  const by = requireSender(act)
  const conversation = await conversationByNumber(act.tx, number)
  if (conversation.state === 'open') throw new Refused('not-closed', { number })
  if (!conversation.current) throw new Refused('succeeded', { number, next: await successor(act, conversation) })
  await act.tx
    .updateTable('conversation')
    .set({
      state: 'open',
      close_reason: null,
      close_note: null,
      closed_at: null,
      waiting_since: await waitingSince(act.tx, number),
    })
    .where('id', '=', number)
    .execute()
  await noticeInThread(act, conversation, { notice: 'reopened', facts: { who: by.name } })
  await reviseCard(act, conversation)
  await record(act, 'reopened', { conversation: number })
}

/** The conversation that new messages of the same branch go to by now. */
async function successor(act: Act, conversation: Conversation): Promise<number> {
  const row = await act.tx
    .selectFrom('conversation')
    .select('id')
    .where('network', '=', conversation.network)
    .where('account', '=', conversation.account)
    .where('thread_key', '=', conversation.thread_key)
    .where('current', '=', 1)
    .executeTakeFirstOrThrow()
  return row.id
}
