import type { Act } from './act.ts'
import { requireSender } from './send-rights.ts'
import { withdraw } from './withdraw.ts'

/** Takes a reply back while it is in the hold. Too late is told as such: then only retracting or correcting helps. */
export async function undo(act: Act, id: number): Promise<void> {
  requireSender(act)
  await withdraw(act, id)
}
