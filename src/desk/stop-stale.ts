import { needsPerson } from '../store/care.ts'
import { type Conversation, conversationByNumber, messageById } from '../store/conversations.ts'
import { type Draft, draftById, seenOf } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import { cancel } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { isStale } from './hold.ts'
import { reopenUnanswered } from './reopen-unanswered.ts'
import { dropAutoAnswer } from './stop-auto-answer.ts'
import { noticeInThread, reviseInThread } from './thread.ts'

type Why = 'wrote-again' | 'edited' | 'deleted'

/**
 * The addressee wrote, edited or deleted: what is in the hold for that person is stopped and shown beside it, and
 * whoever is still being asked is warned. What others in the same thread wrote stops nobody.
 */
export async function stopStale(act: Act, conversation: Conversation, person: number, why: Why): Promise<void> {
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
    await stop(act, conversation, draft, why)
  }
}

/**
 * A reply that is about to be sent again, because it turned out that it did not go out: true, and stopped, where its
 * addressee has said something meanwhile. While it might be out there was nothing to stop.
 */
export async function stopResend(act: Act, id: number): Promise<boolean> {
  const draft = await draftById(act.tx, id)
  const message = await messageById(act.tx, draft.message)
  if (draft.kind === 'auto') {
    if (message.state === 'deleted') return dropAutoAnswer(act, draft, 'deleted')
    return (await needsPerson(act.tx, draft.conversation, message.person ?? 0)) && dropAutoAnswer(act, draft, 'care')
  }
  if (!(await isStale(act, draft))) return false
  const seen = await seenOf(act.tx, draft.conversation, message.person ?? 0)
  const why = message.state === 'deleted' ? 'deleted' : seen.message === draft.seen_message ? 'edited' : 'wrote-again'
  await stop(act, await conversationByNumber(act.tx, draft.conversation), draft, why)
  return true
}

async function stop(act: Act, conversation: Conversation, draft: Pick<Draft, 'id' | 'by'>, why: Why): Promise<void> {
  await act.tx.updateTable('draft').set({ state: 'stale', reason: why }).where('id', '=', draft.id).execute()
  await reviseInThread(act, conversation, 'draft', draft.id)
  await noticeInThread(act, conversation, { notice: `stopped-${why}`, mentions: [draft.by] })
  await record(act, 'stopped', { conversation: conversation.id, draft: draft.id, detail: why })
  await reopenUnanswered(act, conversation.id)
}
