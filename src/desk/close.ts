import type { CloseReason } from '../model/close-reason.ts'
import { Refused } from '../model/refused.ts'
import { type Conversation, conversationByNumber } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { requireSender } from './send-rights.ts'
import { noticeInThread, reviseCard } from './thread.ts'

const MAX_NOTE = 500

/**
 * Closes conversations with one reason. What is in the hold still goes out; what was only typed stays inside. One that
 * is closed already is left as it is, so that a second click does no harm.
 */
export async function close(
  act: Act,
  input: { conversations: number[]; reason: CloseReason; because?: string },
): Promise<{ closed: number[]; already: number[] }> {
  const by = requireSender(act)
  const because = input.because?.trim() ?? ''
  if (because.length > MAX_NOTE) throw new Refused('text-too-long', { length: because.length, max: MAX_NOTE })
  if (input.reason === 'could-not-help' && because === '')
    throw new Refused('because-needed', { number: input.conversations[0] ?? 0 })
  const closed: number[] = []
  const already: number[] = []
  for (const number of new Set(input.conversations)) {
    const conversation = await conversationByNumber(act.tx, number)
    if (conversation.state === 'closed') already.push(number)
    else {
      await end(act, conversation, input.reason, because)
      await noticeInThread(act, conversation, {
        notice: 'closed',
        facts: { who: by.name, reason: input.reason, because },
      })
      closed.push(number)
    }
  }
  return { closed, already }
}

/** Writes that a conversation is over; nobody waits in it any more and nobody holds it. */
export async function end(
  act: Act,
  conversation: Conversation,
  reason: CloseReason | 'ignored',
  because: string,
): Promise<void> {
  await act.tx
    .updateTable('conversation')
    .set({
      state: 'closed',
      close_reason: reason,
      close_note: because || null,
      closed_at: act.now,
      waiting_since: null,
      claimed_by: null,
      claimed_until: null,
    })
    .where('id', '=', conversation.id)
    .execute()
  await act.tx
    .updateTable('draft')
    .set({ state: 'kept' })
    .where('conversation', '=', conversation.id)
    .where('state', '=', 'asked')
    .execute()
  await reviseCard(act, conversation)
  await record(act, 'closed', { conversation: conversation.id, detail: reason })
}
