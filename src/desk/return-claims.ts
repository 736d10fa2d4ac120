import { programmeOnAir } from '../model/grid.ts'
import type { Conversation } from '../store/conversations.ts'
import { record } from '../store/history.ts'
import type { Act } from './act.ts'
import { memberName } from './members.ts'
import { noticeInThread, reviseCard } from './thread.ts'

/** So many in one sweep, to keep its transaction short. */
const SWEEP = 50

/**
 * Frees the conversations whose lease is over; where somebody still waits, its holder and the host on the air are
 * called. For a periodic sweep; answers with how many were freed.
 */
export async function returnClaims(act: Act): Promise<number> {
  await clampAfterClockStep(act)
  const over = await act.tx
    .selectFrom('conversation')
    .selectAll()
    .where('claimed_until', 'is not', null)
    .where('claimed_until', '<=', act.now)
    .orderBy('claimed_until')
    .limit(SWEEP)
    .execute()
  if (over.length === 0) return 0
  await act.tx
    .updateTable('conversation')
    .set({ claimed_by: null, claimed_until: null })
    .where(
      'id',
      'in',
      over.map((it) => it.id),
    )
    .execute()
  for (const conversation of over) {
    if (conversation.state === 'open' && conversation.waiting_since !== null) await callOthers(act, conversation)
    await reviseCard(act, conversation)
    await record(act, 'claim-returned', { conversation: conversation.id, detail: conversation.claimed_by ?? '' })
  }
  return over.length
}

/** A wall clock that was set back must not make a lease longer than the station's own length. */
async function clampAfterClockStep(act: Act): Promise<void> {
  const latest = act.now + act.station.replies.claim
  await act.tx
    .updateTable('conversation')
    .set({ claimed_until: latest })
    .where('claimed_until', 'is not', null)
    .where('claimed_until', '>', latest)
    .execute()
}

async function callOthers(act: Act, conversation: Conversation): Promise<void> {
  const host = programmeOnAir(act.station, act.now)?.hosts[0]
  const mentions = [conversation.claimed_by, host].filter((id) => id !== null && id !== undefined)
  await noticeInThread(act, conversation, {
    notice: 'claim-returned',
    facts: { who: memberName(act.station, conversation.claimed_by) },
    mentions: [...new Set(mentions)],
  })
}
