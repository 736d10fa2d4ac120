import { HOUR } from '../../../src/model/clock.ts'

/** What X lets this app do, switchable at any moment. */
export class Rules {
  /** A self-serve app replies only where it was summoned, and quotes nobody: X's developer policy since February 2026. */
  selfServe = true
  /** Whether the plan has direct messages. */
  directs = true
  /** Whether credits are left (pay per use). */
  credits = true
  /** Whether the month's cap of reads is reached. */
  capped = false
  /** How long the same text to the same post is refused. X does not say; up to twelve hours is what people saw. */
  duplicateWindow = 12 * HOUR
  /** How many mentions the timeline reaches back: docs.x.com/x-api/posts/timelines. */
  mentionsReach = 800
  /** How many own posts the timeline reaches back, same page. */
  postsReach = 3_200
}
