import { Refused } from '../model/refused.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { draftById } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import { conclude } from '../store/outbox-worker.ts'
import type { Act } from './act.ts'
import { requireSender } from './send-rights.ts'
import { settleDraft } from './settle-draft.ts'
import { reviseInThread } from './thread.ts'

/**
 * A person has looked on the network where the program could not tell: the reply is out, is to be sent again, or is to
 * be left. Only a person may have an uncertain publication sent again.
 */
export async function decide(act: Act, id: number, verdict: 'is-out' | 'send-again' | 'drop'): Promise<void> {
  requireSender(act)
  const draft = await draftById(act.tx, id)
  if (draft.state !== 'person' || draft.delivery === null)
    throw new Refused('draft-settled', { draft: id, number: draft.conversation, state: draft.state })
  const delivery = await act.tx
    .selectFrom('delivery')
    .selectAll()
    .where('id', '=', draft.delivery)
    .executeTakeFirstOrThrow()
  await record(act, verdict, { conversation: draft.conversation, draft: id })
  if (verdict === 'send-again') {
    await conclude(act.tx, delivery, { state: 'queued', person: 0, not_before: act.steady, delay: 0, reason: null })
    await act.tx.updateTable('draft').set({ state: 'held', reason: null }).where('id', '=', id).execute()
  } else if (verdict === 'drop') {
    await conclude(act.tx, delivery, { state: 'cancelled', person: 0, settled_at: act.now })
    await settleDraft(act, id, { status: 'rejected', reason: 'not-found' })
  } else {
    await conclude(act.tx, delivery, {
      state: 'sent',
      person: 0,
      settled_at: act.now,
      result_id: `by-hand:${delivery.key}`,
    })
    await settleDraft(act, id, { status: 'published', id: `by-hand:${delivery.key}`, url: null })
  }
  await reviseInThread(act, await conversationByNumber(act.tx, draft.conversation), 'draft', id)
}
