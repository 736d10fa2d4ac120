import { addDays, dateAt, instantOf, startOf } from '../../model/local-time.ts'

/** Where the days of YouTube's quota begin: developers.google.com/youtube/v3/getting-started#quota. */
const ZONE = 'America/Los_Angeles'

/** Ms from `now` (UTC ms) until YouTube's units come back. */
export const untilUnits = (now: number): number =>
  instantOf(startOf(addDays(dateAt(now, ZONE), 1), '00:00'), ZONE) - now
