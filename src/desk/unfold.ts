import type { Content } from '../model/chat.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { digestOf } from '../store/digests.ts'
import { hurryOrder, PRIORITY } from '../store/outbox.ts'
import { digestWords } from '../wording/digest.ts'
import type { Act } from './act.ts'
import { openConversation } from './open-conversation.ts'
import { orderKeyOf } from './queue-chat.ts'
import { opening } from './standing.ts'

/**
 * Gives a conversation that only stands in a digest a thread of its own, with everything in it; one whose thread still
 * waits its turn gets it now. Where it has one nothing happens, so twice is harmless.
 */
export async function unfold(act: Act, number: number, priority: number = PRIORITY.reply): Promise<void> {
  const conversation = await conversationByNumber(act.tx, number)
  for (const platform of act.platforms) {
    const item = await digestOf(act.tx, platform, number)
    if (item && !item.opened) await openConversation(act, platform, conversation, { priority })
    else if (await opening(act, platform, number)) await hurryOrder(act.tx, orderKeyOf(platform, number), priority)
  }
}

/** Somebody wants to see a conversation of a digest; answers that person with where it opens. */
export async function openFromDigest(act: Act, number: number): Promise<Content> {
  await unfold(act, number)
  const { channel } = await conversationByNumber(act.tx, number)
  return {
    kind: 'private',
    text: digestWords(act.by?.language ?? act.station.language).opens(number, channel),
    about: { conversation: number },
  }
}
