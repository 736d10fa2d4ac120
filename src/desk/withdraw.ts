import { Refused } from '../model/refused.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { draftById } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import { cancel } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { reopenUnanswered } from './reopen-unanswered.ts'
import { reviseInThread } from './thread.ts'

/** Takes a reply out of the hold, whoever asks for it: that nothing goes out needs no right. Refuses when it is too late. */
export async function withdraw(act: Act, id: number): Promise<void> {
  const draft = await draftById(act.tx, id)
  if (draft.state === 'undone') return
  if (draft.state !== 'held' || draft.delivery === null || !(await cancel(act, draft.delivery, 'undone')))
    throw new Refused('too-late-to-undo', { draft: id, number: draft.conversation, state: draft.state })
  await act.tx.updateTable('draft').set({ state: 'undone' }).where('id', '=', id).execute()
  await reviseInThread(act, await conversationByNumber(act.tx, draft.conversation), 'draft', id)
  await record(act, 'undone', { conversation: draft.conversation, draft: id })
  await reopenUnanswered(act, draft.conversation)
}
