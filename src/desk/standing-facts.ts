import type { Content } from '../model/chat.ts'
import { NETWORK_LABEL, type NetworkName } from '../model/network.ts'
import type { Message } from '../store/conversations.ts'
import { cardLabels } from '../wording/card.ts'
import { reasonText } from '../wording/reasons.ts'
import type { Act } from './act.ts'

/** What whoever wants to answer a message must know first: who sees it, and whether its network takes an answer. */
export function standingFacts(
  act: Act,
  network: NetworkName,
  message: Pick<Message, 'sight' | 'unanswerable' | 'url'> | null,
): NonNullable<Content['facts']> {
  const { language } = act.station
  const say = cardLabels(language)
  const facts: NonNullable<Content['facts']> = []
  if (message?.sight) facts.push({ label: say.sight, value: say.seen[message.sight] })
  if (message && message.unanswerable !== null)
    facts.push({
      label: say.careful,
      value: say.unanswerable(NETWORK_LABEL[network], reasonText(language)(message.unanswerable)),
      ...(message.url === null ? {} : { url: message.url }),
    })
  return facts
}
