import type { Change } from '../../network.ts'
import { isEdited, isOurs, messageOf, movedAt } from '../message.ts'
import type { Parts } from '../parts.ts'
import type { Comment } from '../shapes.ts'

/** A comment with the video of its thread. */
export interface Seen {
  comment: Comment
  video: string | null
}

/**
 * What of this the station may not have yet, oldest first: whatever it does not know, however late YouTube shows it, and
 * what was changed after `since`. What is older than `from`, the first start, is left alone, and so are our own replies.
 * Times are UTC ms; YouTube's are whole seconds, so that those of one second keep the order of its lists.
 * @param seen the newest first, as YouTube lists them
 */
export async function fresh(
  parts: Parts,
  ours: string,
  seen: readonly Seen[],
  since: number,
  from: number,
): Promise<Change[]> {
  const others = seen.filter(({ comment }) => !isOurs(comment, ours) && comment.snippet.publishedAt >= from)
  const known = await parts.surroundings.placed(others.map(({ comment }) => comment.id))
  return others
    .filter(({ comment }) => !known.has(comment.id) || (isEdited(comment) && movedAt(comment) >= since))
    .toReversed()
    .sort((a, b) => movedAt(a.comment) - movedAt(b.comment))
    .map(({ comment, video }) => messageOf(comment, parts.surroundings.account, video))
}
