import type { Outcome } from '../model/network.ts'
import { type Conversation, conversationByNumber, messageById } from '../store/conversations.ts'
import { type Draft, draftById, waitingSince } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import { cancel } from '../store/outbox.ts'
import type { DraftState } from '../store/tables.ts'
import type { Act } from './act.ts'
import { publicText } from './public-text.ts'
import { reopenUnanswered } from './reopen-unanswered.ts'
import { queueRetraction } from './retract.ts'
import { reviseCard, reviseInThread } from './thread.ts'
import { NEVER_ANSWERED } from './unanswerable.ts'

/** What became of a reply's publication; `person` when the network cannot say and somebody must look. */
export type Fate = Outcome | { status: 'person'; reason: string } | { status: 'sending' }

/** Writes the fate of a reply where everybody sees it: draft, conversation, thread, history. */
export async function settleDraft(act: Act, id: number, fate: Fate): Promise<void> {
  const draft = await draftById(act.tx, id)
  const conversation = await conversationByNumber(act.tx, draft.conversation)
  if (fate.status === 'published') return published(act, draft, fate.id, fate.url)
  const wanted = draft.reason === 'retract-wanted'
  const [state, reason] = next(fate)
  if (wanted && (state === 'refused' || state === 'held')) {
    if (draft.delivery !== null) await cancel(act, draft.delivery, 'retract-wanted')
    await change(act, draft, { state: 'undone', reason: null })
  } else await change(act, draft, { state, reason: wanted || fate.status === 'sending' ? draft.reason : reason })
  if (fate.status === 'rejected' && NEVER_ANSWERED.includes(fate.reason))
    await markUnanswerable(act, conversation, draft, fate.reason)
  const news = state !== draft.state || reason !== draft.reason
  if (news && fate.status !== 'sending') await reviseInThread(act, conversation, 'draft', id)
  const ended = state === 'refused' || (wanted && state === 'held')
  if (ended && draft.kind !== 'auto') await reopenUnanswered(act, conversation.id)
  if (fate.status === 'rejected' || fate.status === 'person' || fate.status === 'unknown')
    await record(act, fate.status, { conversation: conversation.id, draft: id, detail: fate.reason })
}

/** The network says what the station did not know: the card shows it, before somebody else writes in vain. */
async function markUnanswerable(act: Act, conversation: Conversation, draft: Draft, reason: string): Promise<void> {
  await act.tx.updateTable('message').set({ unanswerable: reason }).where('id', '=', draft.message).execute()
  await reviseCard(act, conversation)
}

function next(fate: Exclude<Fate, { status: 'published' }>): [DraftState, string | null] {
  switch (fate.status) {
    case 'sending':
      return ['sending', null]
    case 'later':
      return ['held', fate.reason]
    case 'rejected':
      return ['refused', fate.reason]
    case 'unknown':
      return ['unknown', fate.reason]
    case 'person':
      return ['person', fate.reason]
    default:
      return fate satisfies never
  }
}

const change = (act: Act, draft: Draft, values: { state: DraftState; reason: string | null }) =>
  act.tx.updateTable('draft').set(values).where('id', '=', draft.id).execute()

async function published(act: Act, draft: Draft, externalId: string, url: string | null): Promise<void> {
  const conversation = await conversationByNumber(act.tx, draft.conversation)
  await act.tx
    .updateTable('draft')
    .set({ state: 'sent', external_id: externalId, url, sent_at: act.now, reason: null })
    .where('id', '=', draft.id)
    .execute()
  await enterOurMessage(act, draft, externalId, url)
  const waiting = draft.kind === 'auto' ? conversation.waiting_since : await waitingSince(act.tx, conversation.id)
  await act.tx
    .updateTable('conversation')
    .set({ waiting_since: waiting, ...(draft.kind === 'auto' ? {} : { answered_at: act.now }) })
    .where('id', '=', conversation.id)
    .execute()
  await record(act, 'published', { conversation: conversation.id, draft: draft.id })
  if (draft.reason === 'retract-wanted')
    return queueRetraction(act, { ...draft, external_id: externalId }, conversation)
  await reviseInThread(act, conversation, 'draft', draft.id)
  if (waiting !== conversation.waiting_since) await reviseCard(act, conversation)
}

/** Our reply is a message of the conversation too: readers answer it, and history shows it. */
async function enterOurMessage(act: Act, draft: Draft, externalId: string, url: string | null): Promise<void> {
  const { network, account, messages } = await conversationByNumber(act.tx, draft.conversation)
  const answered = await messageById(act.tx, draft.message)
  const entered = await act.tx
    .insertInto('message')
    .values({
      network,
      account,
      external_id: externalId,
      conversation: draft.conversation,
      ordinal: messages + 1,
      person: null,
      direction: 'out',
      kind: answered.kind,
      text: publicText(act, draft.by, draft.text),
      at: act.now,
      received_at: act.now,
      revision: 0,
      state: 'live',
      in_reply_to: answered.external_id,
      url,
      attachments: draft.media,
      draft: draft.id,
    })
    .onConflict((it) => it.columns(['network', 'account', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (entered)
    await act.tx
      .updateTable('conversation')
      .set({ messages: messages + 1 })
      .where('id', '=', draft.conversation)
      .execute()
}

/** A published reply was taken back, or the network would not. */
export async function settleRetraction(act: Act, id: number, outcome: Outcome): Promise<void> {
  const draft = await draftById(act.tx, id)
  const conversation = await conversationByNumber(act.tx, draft.conversation)
  if (outcome.status === 'later' || outcome.status === 'unknown') return
  const done = outcome.status === 'published'
  await change(act, draft, { state: done ? 'retracted' : 'sent', reason: done ? null : outcome.reason })
  if (done) {
    await act.tx
      .updateTable('message')
      .set({ text: '', state: 'deleted', edited_at: act.now })
      .where('draft', '=', id)
      .execute()
    const waiting = await waitingSince(act.tx, conversation.id)
    if (conversation.state === 'open')
      await act.tx
        .updateTable('conversation')
        .set({ waiting_since: waiting })
        .where('id', '=', conversation.id)
        .execute()
    await reviseCard(act, conversation)
    if (draft.kind !== 'auto') await reopenUnanswered(act, conversation.id)
  }
  await reviseInThread(act, conversation, 'draft', id)
  await record(act, done ? 'retracted' : 'retract-refused', { conversation: conversation.id, draft: id })
}
