import { NETWORK_LABEL, type NetworkName } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import type { Message } from '../store/conversations.ts'

/** What a network says when it would take no answer of ours to this message, whatever its text. */
export const NEVER_ANSWERED: readonly string[] = ['not-summoned']

/** Refuses an answer that the network would not take, before anything is spent on it. */
export function requireAnswerable(network: NetworkName, message: Pick<Message, 'unanswerable' | 'url'>): void {
  if (message.unanswerable === null) return
  throw new Refused('unanswerable', {
    network: NETWORK_LABEL[network],
    reason: message.unanswerable,
    url: message.url ?? '',
  })
}
