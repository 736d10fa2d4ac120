import { Refused } from '../model/refused.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { DIRECTING, hasRole, memberName } from './members.ts'
import { requireSender } from './send-rights.ts'
import { noticeInThread, reviseCard } from './thread.ts'

/** Lets a conversation go. Somebody else's only a coordinator or an administrator can, and its holder is told. */
export async function release(act: Act, number: number): Promise<void> {
  const by = requireSender(act)
  const conversation = await conversationByNumber(act.tx, number)
  const { claimed_by: holder } = conversation
  if (holder === null) throw new Refused('not-claimed', { number })
  const name = memberName(act.station, holder)
  if (holder !== by.id && !hasRole(by, DIRECTING)) throw new Refused('not-your-claim', { number, who: name })
  await act.tx
    .updateTable('conversation')
    .set({ claimed_by: null, claimed_until: null })
    .where('id', '=', number)
    .execute()
  if (holder !== by.id)
    await noticeInThread(act, conversation, {
      notice: 'released-for',
      facts: { who: by.name, holder: name },
      mentions: [holder],
    })
  await reviseCard(act, conversation)
  await record(act, 'released', { conversation: number })
}
