import { threadCommand } from '../../commands/index.ts'
import type { ChatEvent } from '../model/chat.ts'
import { MINUTE } from '../model/clock.ts'
import { Refused } from '../model/refused.ts'
import type { Tx } from '../store/database.ts'
import { storedAt } from '../store/intake.ts'

/** A platform brings for some minutes what was not taken; longer ago than this it was read up afterwards. */
const LATE = 15 * MINUTE

/**
 * Refuses a command that stood in a thread for long before the station saw it. Whoever gave it may have done otherwise
 * meanwhile; and after a database was put back, it may well have been done. What came in time and was left undone by a
 * process that died is not late. A text without a command only leads to a question, however late.
 */
export async function requireTimely(tx: Tx, platform: string, event: ChatEvent): Promise<void> {
  if (event.kind !== 'message' || threadCommand(event.text) === null) return
  const late = ((await storedAt(tx, platform, event.id)) ?? event.at) - event.at
  if (late > LATE) throw new Refused('given-long-ago', { minutes: Math.round(late / MINUTE) })
}
