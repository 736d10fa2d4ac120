import { Refused } from '../model/refused.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { draftById } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { reopenUnanswered } from './reopen-unanswered.ts'
import { reviseDraft } from './revise-draft.ts'
import { requireSender } from './send-rights.ts'

/** Keeps a draft inside: what was typed stays a note, a stopped or reviewed reply does not go out. */
export async function keep(act: Act, id: number): Promise<void> {
  const draft = await draftById(act.tx, id)
  // That one's own words stay inside needs no right.
  if (draft.state !== 'asked' && draft.by !== act.by?.id) requireSender(act)
  if (draft.state === 'asked' && draft.by !== act.by?.id) throw new Refused('not-your-draft', { draft: id })
  if (draft.state !== 'asked' && draft.state !== 'stale' && draft.state !== 'review')
    throw new Refused('draft-settled', { draft: id, number: draft.conversation, state: draft.state })
  await act.tx.updateTable('draft').set({ state: 'kept' }).where('id', '=', id).execute()
  await reviseDraft(act, await conversationByNumber(act.tx, draft.conversation), id)
  await record(act, 'kept', { conversation: draft.conversation, draft: id })
  await reopenUnanswered(act, draft.conversation)
}
