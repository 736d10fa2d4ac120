import { Refused } from '../model/refused.ts'
import { clearMarks, standingCareOf } from '../store/care.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { requireSender } from './send-rights.ts'
import { noticeInThread, reviseCard } from './thread.ts'

/** A person has looked, and no care is needed: the marks go, and the history says who took them off. */
export async function clearCare(act: Act, number: number): Promise<void> {
  const by = requireSender(act)
  const conversation = await conversationByNumber(act.tx, number)
  const standing = await standingCareOf(act.tx, number)
  if (standing.length === 0) throw new Refused('no-care', { number })
  const kinds = standing.join(', ')
  await clearMarks(act.tx, number, by.id, act.now)
  await noticeInThread(act, conversation, { notice: 'care-cleared', facts: { who: by.name, kinds } })
  await reviseCard(act, conversation)
  await record(act, 'care-cleared', { conversation: number, detail: kinds })
}
