import { MINUTE, SECOND } from '../../../model/clock.ts'
import type { Surroundings } from '../../network.ts'

/** A look a minute at each of new threads and old ones, and every five at the moderation queue. */
export const EVERY = { comments: MINUTE, held: 5 * MINUTE, replies: MINUTE }

/** Units of such a minute, and the part of what reading may still use that polling uses: the rest is for replies and walks back. */
const ROUND = 2.2
const PART = 0.43
/** What reading has of YouTube's usual 10,000 units; with more of them it looks more often, down to every 5 seconds. */
const USUAL = 7_500
const SHORTEST = 5 * SECOND

/**
 * Ms from one look for new threads to the next, so that what is left for reading lasts until there is more. On the
 * usual allowance a minute: 3,200 units a day, which leaves room for forty replies (2,000) before reading has to stop.
 */
export async function pace(purse: Surroundings['purse']): Promise<number> {
  const [left, until] = [await purse.left('reading'), purse.until()]
  if (left === Number.POSITIVE_INFINITY) return SHORTEST
  const lasting = (ROUND * until) / (PART * Math.max(1, left))
  const usual = EVERY.comments * Math.min(1, USUAL / Math.max(1, left))
  return Math.round(Math.max(SHORTEST, usual, Math.min(lasting, until)))
}
