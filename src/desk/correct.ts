import { Refused } from '../model/refused.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { draftById } from '../store/drafts.ts'
import type { Act } from './act.ts'
import { hold } from './hold.ts'
import { enterDraft, type Reply } from './reply.ts'
import { requireSender } from './send-rights.ts'

/** Puts a correction in the hold that hangs under a reply of ours; the newest of a person's where none is named. */
export async function correct(
  act: Act,
  input: Pick<Reply, 'text' | 'source'> & ({ conversation: number } | { draft: number }),
): Promise<{ draft: number; goesOutIn: number }> {
  const by = requireSender(act)
  const number = 'draft' in input ? (await draftById(act.tx, input.draft)).conversation : input.conversation
  const conversation = await conversationByNumber(act.tx, number)
  let replies = act.tx
    .selectFrom('message')
    .innerJoin('draft', 'draft.id', 'message.draft')
    .selectAll('message')
    .where('message.conversation', '=', conversation.id)
    .where('message.direction', '=', 'out')
    .where('message.state', '=', 'live')
  replies =
    'draft' in input ? replies.where('message.draft', '=', input.draft) : replies.where('draft.kind', '<>', 'auto')
  const ours = await replies.orderBy('message.ordinal', 'desc').executeTakeFirst()
  if (!ours) throw new Refused('nothing-to-correct', { number: conversation.id })
  return hold(act, await enterDraft(act, by.id, 'correction', 'held', ours, input), { anyway: false })
}
