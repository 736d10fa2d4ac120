import { PRIORITY } from '../store/outbox.ts'
import type { Subject } from '../store/tables.ts'
import type { Notice } from './thread.ts'

/** Notices about what a digest's line shows anyway: for these alone no conversation gets a thread. */
const SHOWN_ANYWAY: readonly string[] = [
  'off-air',
  'came-at-night',
  'reopened-by-reader',
  'reopened-unanswered',
  'reopened',
  'closed',
  'ignored',
  'moved-away',
]

/** Whether a notice may go unsaid where its conversation only stands in a digest. */
export const isQuiet = (notice: string | undefined): boolean => SHOWN_ANYWAY.includes(notice ?? '')

/**
 * Whether a message for a thread is said by the digest instead: what the public wrote, an automatic answer, a quiet
 * notice. A reply that a person wrote is hurried, and needs its thread.
 */
export function isSaidByDigest(
  subject: Subject,
  { priority = PRIORITY.mirror, body }: { priority?: number; body?: object },
): boolean {
  if (subject !== 'notice') return priority >= PRIORITY.mirror
  return isQuiet((body as Partial<Notice> | undefined)?.notice)
}
