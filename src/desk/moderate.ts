import { type Limits, type Moderation, NETWORK_LABEL, type Outcome, type Sight } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import { conversationByNumber, type Message, messageById, messageToAnswer } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import { enqueue, PRIORITY } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { requireSender } from './send-rights.ts'
import { noticeInThread, reviseCard, reviseInThread } from './thread.ts'

/** What makes a difference to a message, by how it stands before others. */
const FITTING: Record<Exclude<Sight, null> | 'seen', readonly Moderation[]> = {
  seen: ['hide', 'reject'],
  hidden: ['show'],
  held: ['approve', 'reject'],
  rejected: ['approve'],
}

const AFTER: Record<Moderation, Sight> = { hide: 'hidden', show: null, approve: null, reject: 'rejected' }

/** What may be done with a comment of the public: what its network can, as far as it makes a difference. */
export const moderationsFor = (limits: Limits, { kind, sight }: Pick<Message, 'kind' | 'sight'>): Moderation[] =>
  kind === 'direct' ? [] : FITTING[sight ?? 'seen'].filter((verdict) => limits.moderation.includes(verdict))

/** Decides about the newest message of the public in a conversation, or about 12.3, what others may see of it. */
export async function moderate(
  act: Act,
  at: { conversation: number; ordinal?: number },
  verdict: Moderation,
): Promise<void> {
  requireSender(act)
  const { id, network, account } = await conversationByNumber(act.tx, at.conversation)
  const message = await messageToAnswer(act.tx, id, at.ordinal)
  const limits = act.networks.get(network)?.limits
  if (!limits || !moderationsFor(limits, message).includes(verdict))
    throw new Refused('cannot-moderate', { network: NETWORK_LABEL[network], verdict, number: id })
  await enqueue(act, {
    target: 'network',
    to: network,
    account,
    verb: 'moderate',
    orderKey: `network:${network}:${account}:moderate:${message.id}`,
    rateKey: `network:${network}:${account}`,
    priority: PRIORITY.reply,
    subject: 'message',
    subjectId: message.id,
    body: { id: message.external_id, verdict },
  })
  await record(act, 'moderated', { conversation: id, detail: verdict })
}

/** Writes what the network made of it, where everybody sees it. */
export async function settleModeration(act: Act, id: number, verdict: Moderation, outcome: Outcome): Promise<void> {
  if (outcome.status === 'later' || outcome.status === 'unknown') return
  const message = await messageById(act.tx, id)
  if (message.conversation === null) return
  const conversation = await conversationByNumber(act.tx, message.conversation)
  const number = `${conversation.id}.${message.ordinal}`
  if (outcome.status === 'rejected')
    return noticeInThread(act, conversation, {
      notice: 'moderation-refused',
      facts: { number, verdict, reason: outcome.reason },
    })
  await act.tx.updateTable('message').set({ sight: AFTER[verdict] }).where('id', '=', id).execute()
  await reviseCard(act, conversation)
  if (message.ordinal !== 1) await reviseInThread(act, conversation, 'message', id)
  await noticeInThread(act, conversation, { notice: 'moderated', facts: { number, verdict } })
}
