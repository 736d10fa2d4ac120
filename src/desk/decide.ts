import { Refused } from '../model/refused.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { draftById } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import { conclude } from '../store/outbox-worker.ts'
import type { Act } from './act.ts'
import { hold } from './hold.ts'
import { requireSender } from './send-rights.ts'
import { settleDraft } from './settle-draft.ts'
import { stopResend } from './stop-stale.ts'
import { reviseInThread } from './thread.ts'

/**
 * A person has looked on the network where the program could not tell: the reply is out, is to be sent again, or is to
 * be left. Only a person may have an uncertain publication sent again, and it is a Send like any other: rights, claim,
 * hold, and what the addressee has said since.
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
    await conclude(act.tx, delivery, { state: 'cancelled', person: 0, settled_at: act.now })
    if (!(await stopResend(act, id))) await hold(act, id, { anyway: false })
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
