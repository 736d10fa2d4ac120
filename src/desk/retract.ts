import { NETWORK_LABEL } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import { type Conversation, conversationByNumber } from '../store/conversations.ts'
import { type Draft, draftById } from '../store/drafts.ts'
import { record } from '../store/history.ts'
import { enqueue, PRIORITY } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { requireSender } from './send-rights.ts'
import { reviseInThread } from './thread.ts'

/**
 * Takes a published reply back where the network can delete; a draft, or the newest that is out in a conversation.
 * Of one that is still leaving, or whose outcome is unknown, the wish is kept and carried out as soon as it is found.
 */
export async function retract(
  act: Act,
  input: { conversation: number } | { draft: number },
): Promise<{ draft: number; when: 'now' | 'on-discovery' }> {
  requireSender(act)
  const draft = 'draft' in input ? await draftById(act.tx, input.draft) : await newestOut(act, input.conversation)
  const conversation = await conversationByNumber(act.tx, draft.conversation)
  if (!act.networks.get(conversation.network)?.limits.retract)
    throw new Refused('network-cannot-retract', {
      number: conversation.id,
      network: NETWORK_LABEL[conversation.network],
    })
  if (draft.state === 'sent') {
    await queueRetraction(act, draft, conversation)
  } else if (draft.state === 'sending' || draft.state === 'unknown' || draft.state === 'person') {
    await act.tx.updateTable('draft').set({ reason: 'retract-wanted' }).where('id', '=', draft.id).execute()
  } else throw new Refused('nothing-to-retract', { number: conversation.id })
  await record(act, 'retract', { conversation: conversation.id, draft: draft.id })
  return { draft: draft.id, when: draft.state === 'sent' ? 'now' : 'on-discovery' }
}

/** Puts the deletion of a published reply in the outbox. */
export async function queueRetraction(act: Act, draft: Draft, conversation: Conversation): Promise<void> {
  await enqueue(act, {
    target: 'network',
    to: conversation.network,
    account: conversation.account,
    verb: 'retract',
    orderKey: `network:${conversation.network}:${conversation.account}:${conversation.thread_key}`,
    rateKey: `network:${conversation.network}:${conversation.account}`,
    priority: PRIORITY.reply,
    subject: 'draft',
    subjectId: draft.id,
    body: { id: draft.external_id, ...(conversation.kind === 'direct' && { kind: 'direct' }) },
  })
  await act.tx.updateTable('draft').set({ state: 'retracting', reason: null }).where('id', '=', draft.id).execute()
  await reviseInThread(act, conversation, 'draft', draft.id)
}

async function newestOut(act: Act, number: number): Promise<Draft> {
  const { id } = await conversationByNumber(act.tx, number)
  const draft = await act.tx
    .selectFrom('draft')
    .selectAll()
    .where('conversation', '=', id)
    .where('state', 'in', ['sending', 'sent', 'unknown', 'person'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!draft) throw new Refused('nothing-to-retract', { number: id })
  return draft
}
