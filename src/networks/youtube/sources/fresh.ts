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
 * Times are UTC ms.
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
    .sort((a, b) => movedAt(a.comment) - movedAt(b.comment))
    .map(({ comment, video }) => messageOf(comment, parts.surroundings.account, video))
}
