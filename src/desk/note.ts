import { Refused } from '../model/refused.ts'
import { conversationByNumber } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { memberName, membersNamed, withNames } from './members.ts'
import { noticeInThread } from './thread.ts'

const MAX = 4_000

/** Puts a note in the conversation's thread, for whoever was not in it; colleagues named in it are called. */
export async function note(act: Act, input: { conversation: number; text: string }): Promise<void> {
  const conversation = await conversationByNumber(act.tx, input.conversation)
  if (input.text.length > MAX) throw new Refused('text-too-long', { length: input.text.length, max: MAX })
  await noticeInThread(act, conversation, {
    notice: 'note',
    facts: { who: memberName(act.station, act.by?.id ?? null), text: withNames(act.station, input.text) },
    mentions: membersNamed(act.station, input.text),
  })
  await record(act, 'note', { conversation: conversation.id })
}
