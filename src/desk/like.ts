import { NETWORK_LABEL, type Outcome } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import { conversationByNumber, messageById, messageToAnswer } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import { enqueue, PRIORITY } from '../store/outbox.ts'
import type { Act } from './act.ts'
import { requireSender } from './send-rights.ts'
import { noticeInThread } from './thread.ts'

/** Likes the newest message of the public in a conversation, where the network has that. */
export async function like(act: Act, number: number): Promise<void> {
  requireSender(act)
  const conversation = await conversationByNumber(act.tx, number)
  const { network, account } = conversation
  if (!act.networks.get(network)?.limits.likes)
    throw new Refused('network-cannot-like', { network: NETWORK_LABEL[network] })
  const message = await messageToAnswer(act.tx, number)
  await enqueue(act, {
    target: 'network',
    to: network,
    account,
    verb: 'like',
    orderKey: `network:${network}:${account}:like:${message.id}`,
    rateKey: `network:${network}:${account}`,
    priority: PRIORITY.notice,
    subject: 'message',
    subjectId: message.id,
    body: { id: message.external_id },
  })
  await record(act, 'liked', { conversation: number })
}

export async function settleLike(act: Act, message: number, outcome: Outcome): Promise<void> {
  if (outcome.status === 'later' || outcome.status === 'unknown') return
  const { conversation } = await messageById(act.tx, message)
  if (conversation === null) return
  await noticeInThread(act, await conversationByNumber(act.tx, conversation), {
    notice: outcome.status === 'published' ? 'liked' : 'like-failed',
  })
}
