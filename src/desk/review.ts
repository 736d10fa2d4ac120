import { sql } from 'kysely'
import { conversationByNumber } from '../store/conversations.ts'
import { conclude } from '../store/outbox-worker.ts'
import type { Act } from './act.ts'
import { reviseInThread } from './thread.ts'

/**
 * At the resume: replies that were waiting when the station was paused are not let loose together; each is shown in its
 * thread with Send and Keep inside. Answers with how many.
 */
export async function reviewHeld(act: Act): Promise<number> {
  const waiting = await act.tx
    .selectFrom('delivery')
    .selectAll()
    .where(sql<boolean>`state = 'queued'`)
    .where('target', '=', 'network')
    .where('verb', '=', 'publish')
    .where('subject', '=', 'draft')
    .execute()
  for (const delivery of waiting) {
    await conclude(act.tx, delivery, { state: 'cancelled', reason: 'review', settled_at: act.now })
    const draft = await act.tx
      .updateTable('draft')
      .set({ state: 'review', delivery: null })
      .where('id', '=', delivery.subject_id)
      .returning('conversation')
      .executeTakeFirstOrThrow()
    await reviseInThread(act, await conversationByNumber(act.tx, draft.conversation), 'draft', delivery.subject_id)
  }
  return waiting.length
}
