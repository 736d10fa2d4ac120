import { Refused } from '../model/refused.ts'
import { conversationByNumber } from '../store/conversations.ts'
import type { Act } from './act.ts'
import { hold } from './hold.ts'
import { enterDraft } from './reply.ts'
import { requireSender } from './send-rights.ts'

/** Puts a correction in the hold that hangs under our newest published reply in the conversation. */
export async function correct(
  act: Act,
  input: { conversation: number; text: string },
): Promise<{ draft: number; goesOutIn: number }> {
  const by = requireSender(act)
  const conversation = await conversationByNumber(act.tx, input.conversation)
  const ours = await act.tx
    .selectFrom('message')
    .selectAll()
    .where('conversation', '=', conversation.id)
    .where('direction', '=', 'out')
    .where('state', '=', 'live')
    .orderBy('ordinal', 'desc')
    .executeTakeFirst()
  if (!ours) throw new Refused('nothing-to-correct', { number: conversation.id })
  return hold(act, await enterDraft(act, by.id, 'correction', 'held', ours, input), { anyway: false })
}
