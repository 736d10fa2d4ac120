import { addDays, dateAt, instantOf, type LocalDate, startOf } from '../../model/local-time.ts'

/** Where the days of YouTube's quota begin: developers.google.com/youtube/v3/getting-started#quota. */
const ZONE = 'America/Los_Angeles'

/** The day of the quota at `now` (UTC ms). */
export const unitsDay = (now: number): LocalDate => dateAt(now, ZONE)

/** Ms from `now` (UTC ms) until YouTube's units come back. */
export const untilUnits = (now: number): number => instantOf(startOf(addDays(unitsDay(now), 1), '00:00'), ZONE) - now
