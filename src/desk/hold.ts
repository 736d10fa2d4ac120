import { Refused } from '../model/refused.ts'
import { type Conversation, conversationByNumber, type Message, messageById } from '../store/conversations.ts'
import { type Draft, draftById, seenOf } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import { enqueue, PRIORITY } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { requireMedia } from './media.ts'
import { publicText, requireFits } from './public-text.ts'
import { requireSender, requireUnclaimed } from './send-rights.ts'
import { postInThread, reviseCard, reviseInThread } from './thread.ts'
import { requireAnswerable } from './unanswerable.ts'

/**
 * Puts a draft in the hold. Whether it may go out is decided here, at the moment of the act: the person's right, who
 * holds the conversation, what the addressee has said since, the network's length, window and rules.
 */
export async function hold(
  act: Act,
  id: number,
  options: { anyway: boolean },
): Promise<{ draft: number; goesOutIn: number }> {
  const by = requireSender(act)
  const draft = await draftById(act.tx, id)
  const conversation = await conversationByNumber(act.tx, draft.conversation)
  const message = await messageById(act.tx, draft.message)
  if (message.state === 'deleted')
    throw new Refused('message-deleted', { number: conversation.id, ordinal: message.ordinal })
  requireAnswerable(conversation.network, message)
  if (!options.anyway) requireUnclaimed(act, conversation, by)
  await refuseSameText(act, draft)
  const text = publicText(act, draft.by, draft.text)
  requireFits(act, conversation.network, conversation.kind === 'direct', text)
  requireMedia(act, conversation.network, JSON.parse(draft.media), { direct: conversation.kind === 'direct' })
  requireWindow(act, conversation, message)
  const delivery = await queuePublication(act, conversation, message, draft, text)
  const seen = await seenOf(act.tx, conversation.id, message.person ?? 0)
  await act.tx
    .updateTable('draft')
    .set({ state: 'held', delivery, reason: null, seen_message: seen.message, seen_revision: seen.revision })
    .where('id', '=', id)
    .execute()
  await takeClaim(act, conversation, by.id)
  await showInThread(act, conversation, draft)
  await record(act, 'sent', { conversation: conversation.id, draft: id })
  return { draft: id, goesOutIn: act.station.replies.hold }
}

/** Whether the addressee has written, changed or deleted something since the draft was made. */
export async function isStale(act: Act, draft: Draft): Promise<boolean> {
  const message = await messageById(act.tx, draft.message)
  const seen = await seenOf(act.tx, draft.conversation, message.person ?? 0)
  return seen.message !== draft.seen_message || seen.revision !== draft.seen_revision
}

async function queuePublication(
  act: Act,
  conversation: Conversation,
  message: Message,
  draft: Draft,
  text: string,
): Promise<number> {
  const { network, account } = conversation
  return enqueue(act, {
    target: 'network',
    to: network,
    account,
    verb: 'publish',
    orderKey: `network:${network}:${account}:${conversation.thread_key}`,
    rateKey: `network:${network}:${account}`,
    priority: PRIORITY.reply,
    subject: 'draft',
    subjectId: draft.id,
    body: { text, inReplyTo: message.external_id, kind: message.kind, media: JSON.parse(draft.media) },
    delay: draft.kind === 'auto' ? 0 : act.station.replies.hold,
  })
}

/** A second Send of the same words to the same message is a double click, whoever makes it. */
async function refuseSameText(act: Act, draft: Draft): Promise<void> {
  const same = await act.tx
    .selectFrom('draft')
    .select(['id', 'by'])
    .where('conversation', '=', draft.conversation)
    .where('message', '=', draft.message)
    .where('text', '=', draft.text)
    .where('id', '<>', draft.id)
    .where('state', 'in', ['held', 'sending', 'sent', 'unknown', 'person', 'review'])
    .executeTakeFirst()
  if (same)
    throw new Refused('sent-already', {
      number: draft.conversation,
      who: act.station.members.find((it) => it.id === same.by)?.name ?? same.by,
    })
}

function requireWindow(act: Act, conversation: Conversation, message: Message): void {
  const window = act.networks.get(conversation.network)?.limits.directWindow ?? null
  if (conversation.kind === 'direct' && window !== null && act.now - message.at > window)
    throw new Refused('window-closed', { network: conversation.network, hours: Math.round(window / 3_600_000) })
}

/** Whoever answers has taken it, until the lease ends. */
async function takeClaim(act: Act, conversation: Conversation, by: string): Promise<void> {
  await act.tx
    .updateTable('conversation')
    .set({ claimed_by: by, claimed_until: act.now + act.station.replies.claim })
    .where('id', '=', conversation.id)
    .execute()
  if (conversation.claimed_by !== by) await reviseCard(act, conversation)
}

/** The reply's own line in the thread: in the hold with Undo, later the truth of what became of it. */
async function showInThread(act: Act, conversation: Conversation, draft: Draft): Promise<void> {
  const shown = await act.tx
    .selectFrom('chat_message')
    .select('ref')
    .where('subject', '=', 'draft')
    .where('subject_id', '=', draft.id)
    .executeTakeFirst()
  if (shown) await reviseInThread(act, conversation, 'draft', draft.id)
  else await postInThread(act, conversation, 'draft', draft.id, { priority: PRIORITY.reply })
}
