import { conversationByNumber, messageById } from '../store/conversations.ts'
import type { Draft } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import { cancel } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { reviseInThread } from './thread.ts'

/**
 * The author took away what the station was about to answer by itself: that answer stays inside. What else the person
 * writes or changes is no reason, for this answer says nothing about his words.
 */
export async function stopAutoAnswer(act: Act, message: number): Promise<void> {
  const drafts = await act.tx
    .selectFrom('draft')
    .selectAll()
    .where('message', '=', message)
    .where('kind', '=', 'auto')
    .where('state', 'in', ['held', 'review'])
    .execute()
  await stopAll(act, drafts, 'deleted')
}

/**
 * A conversation needs a person first: no automatic answer goes out in it any more, nor to its reader elsewhere, and
 * none comes again tonight.
 */
export async function stopAutoAnswersFor(act: Act, conversation: number, person: number): Promise<void> {
  const drafts = await act.tx
    .selectFrom('draft')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('conversation', '=', conversation),
        eb('conversation', 'in', eb.selectFrom('conversation as c').select('c.id').where('c.person', '=', person)),
      ]),
    )
    .where('kind', '=', 'auto')
    .where('state', 'in', ['held', 'review'])
    .execute()
  await stopAll(act, drafts, 'care')
}

type Why = 'deleted' | 'care'

async function stopAll(act: Act, drafts: readonly Draft[], why: Why): Promise<void> {
  // On its way it is too late; should it turn out not to have gone, it does not go again.
  for (const draft of drafts)
    if (draft.delivery === null || (await cancel(act, draft.delivery, why))) await dropAutoAnswer(act, draft, why)
}

/** It does not go out. Where its message is gone, the next thing that this person writes tonight may have an answer. */
export async function dropAutoAnswer(
  act: Act,
  { id, conversation, message, created_at }: Draft,
  why: Why,
): Promise<true> {
  await act.tx.updateTable('draft').set({ state: 'stale', reason: why }).where('id', '=', id).execute()
  if (why === 'deleted') {
    const { person } = await messageById(act.tx, message)
    await act.tx
      .deleteFrom('auto_answer')
      .where('person', '=', person ?? 0)
      .where('at', '=', created_at)
      .execute()
  }
  await reviseInThread(act, await conversationByNumber(act.tx, conversation), 'draft', id)
  await record(act, 'stopped', { conversation, draft: id, detail: why })
  return true
}
