import type { ChatEvent } from '../model/chat.ts'
import { type Clock, MINUTE, SECOND } from '../model/clock.ts'

/** After a start a platform may not be there yet: what its people did before is tried again for so long. */
const RETRY = { pause: 10 * SECOND, most: 5 * MINUTE }

export interface Stored {
  platform: string
  event: ChatEvent
}

/**
 * Tries again, in their order, what could not be taken up at the start because its platform did not say who acted.
 * Answers with what still could not be when the time is over; with nothing where it was halted.
 * @param takeUp false where it must be tried again
 */
export async function takeUpLater(
  events: Stored[],
  takeUp: (it: Stored) => Promise<boolean>,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<Stored[]> {
  let waiting = events
  for (let waited = 0; waiting.length > 0 && waited < RETRY.most; waited += RETRY.pause) {
    await clock.wait(RETRY.pause, signal)
    if (signal.aborted) return []
    const still: Stored[] = []
    for (const it of waiting) if (!(await takeUp(it))) still.push(it)
    waiting = still
  }
  return signal.aborted ? [] : waiting
}
