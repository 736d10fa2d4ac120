import { MINUTE } from '../../../model/clock.ts'
import type { Surroundings } from '../../network.ts'

/**
 * Ms between two looks. In a whole day that is 1,440 + 288 + 1,440 units at most: a third of what YouTube gives, so that
 * forty replies (2,000) and all looks stay under what reading may use. Near the cap a third of it.
 */
export const EVERY = { comments: MINUTE, held: 5 * MINUTE, replies: MINUTE }
const SAVING = 3

/** The pause for a Reading where it is to be longer than usual. */
export async function pause(purse: Surroundings['purse'], every: number): Promise<{ after?: number }> {
  return (await purse.saving()) ? { after: SAVING * every } : {}
}
