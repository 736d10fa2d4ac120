import { sql } from 'kysely'
import { conversationByNumber } from '../store/conversations.ts'
import { conclude } from '../store/outbox-worker.ts'
import type { Act } from './act.ts'
import { settleVariant } from './schedule/settle-variant.ts'
import { reviseInThread } from './thread.ts'

/**
 * At the resume: what was waiting when the station was paused is not let loose together. Each reply is shown in its
 * thread with Send and Keep inside, each post in its announcement with Send. Answers with how many.
 */
export async function reviewHeld(act: Act): Promise<number> {
  const waiting = await act.tx
    .selectFrom('delivery')
    .selectAll()
    .where(sql<boolean>`state = 'queued'`)
    .where('target', '=', 'network')
    .where('verb', '=', 'publish')
    .execute()
  for (const delivery of waiting) {
    await conclude(act.tx, delivery, { state: 'cancelled', reason: 'paused', settled_at: act.now })
    if (delivery.subject === 'post') await settleVariant(act, delivery, { status: 'rejected', reason: 'paused' })
    else await putBefore(act, delivery.subject_id)
  }
  return waiting.length
}

async function putBefore(act: Act, id: number): Promise<void> {
  const draft = await act.tx
    .updateTable('draft')
    .set({ state: 'review', delivery: null })
    .where('id', '=', id)
    .returning('conversation')
    .executeTakeFirstOrThrow()
  await reviseInThread(act, await conversationByNumber(act.tx, draft.conversation), 'draft', id)
}
