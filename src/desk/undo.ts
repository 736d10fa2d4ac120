import { Refused } from '../model/refused.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { draftById } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import { cancel } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { reopenUnanswered } from './reopen-unanswered.ts'
import { requireSender } from './send-rights.ts'
import { reviseInThread } from './thread.ts'

/** Takes a reply back while it is in the hold. Too late is told as such: then only retracting or correcting helps. */
export async function undo(act: Act, id: number): Promise<void> {
  requireSender(act)
  const draft = await draftById(act.tx, id)
  if (draft.state === 'undone') return
  if (draft.state !== 'held' || draft.delivery === null || !(await cancel(act, draft.delivery, 'undone')))
    throw new Refused('too-late-to-undo', { draft: id, number: draft.conversation, state: draft.state })
  await act.tx.updateTable('draft').set({ state: 'undone' }).where('id', '=', id).execute()
  await reviseInThread(act, await conversationByNumber(act.tx, draft.conversation), 'draft', id)
  await record(act, 'undone', { conversation: draft.conversation, draft: id })
  await reopenUnanswered(act, draft.conversation)
}
