import { Refused } from '../model/refused.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { requireSender, requireUnclaimed } from './send-rights.ts'
import { reviseCard } from './thread.ts'
import { unfold } from './unfold.ts'

/**
 * Takes a conversation for as long as the station's lease; claiming one's own again starts the lease anew. Refuses while
 * somebody else has it, and says who. Answers with the wall-clock ms at which it returns by itself.
 */
export async function claim(act: Act, number: number): Promise<{ until: number }> {
  const by = requireSender(act)
  const conversation = await conversationByNumber(act.tx, number)
  if (conversation.state === 'closed') throw new Refused('conversation-closed', { number })
  requireUnclaimed(act, conversation, by)
  const until = act.now + act.station.replies.claim
  await act.tx
    .updateTable('conversation')
    .set({ claimed_by: by.id, claimed_until: until })
    .where('id', '=', number)
    .execute()
  await unfold(act, number)
  if (conversation.claimed_by !== by.id) await reviseCard(act, conversation)
  await record(act, 'claimed', { conversation: number })
  return { until }
}
