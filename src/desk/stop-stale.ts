import type { Conversation } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import { cancel } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { noticeInThread, reviseInThread } from './thread.ts'

/**
 * The addressee wrote, edited or deleted: what is in the hold for that person is stopped and shown beside it, and
 * whoever is still being asked is warned. What others in the same thread wrote stops nobody.
 */
export async function stopStale(
  act: Act,
  conversation: Conversation,
  person: number,
  why: 'wrote-again' | 'edited' | 'deleted',
): Promise<void> {
  const drafts = await act.tx
    .selectFrom('draft')
    .innerJoin('message', 'message.id', 'draft.message')
    .select(['draft.id', 'draft.state', 'draft.delivery', 'draft.by', 'draft.kind'])
    .where('draft.conversation', '=', conversation.id)
    .where('draft.state', 'in', ['asked', 'held', 'review'])
    .where('draft.kind', '<>', 'auto')
    .where('message.person', '=', person)
    .execute()
  for (const draft of drafts) {
    if (draft.state === 'asked') {
      await noticeInThread(act, conversation, { notice: `asked-${why}`, mentions: [draft.by] })
      continue
    }
    if (draft.delivery === null || !(await cancel(act, draft.delivery, why))) continue
    await act.tx.updateTable('draft').set({ state: 'stale', reason: why }).where('id', '=', draft.id).execute()
    await reviseInThread(act, conversation, 'draft', draft.id)
    await noticeInThread(act, conversation, { notice: `stopped-${why}`, mentions: [draft.by] })
    await record(act, 'stopped', { conversation: conversation.id, draft: draft.id, detail: why })
  }
}
