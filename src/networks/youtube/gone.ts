import type { Purpose } from '../../model/allowance.ts'
import { commentsById, listThreads, type Page } from './lists.ts'
import { isEdited } from './message.ts'
import type { Parts } from './parts.ts'
import type { Reply } from './reply.ts'
import { COMMENT, type Comment, readable, type Thread } from './shapes.ts'

/** What became of comments that were asked for by their ids, at most 50. */
export interface Fate {
  there: Comment[]
  gone: string[]
  /** Those in the moderation queue among them; null where nobody had to look. */
  held: ReadonlySet<string> | null
}

/**
 * Looks which of these are still there. What waits in the moderation queue, or was rejected by us, is not gone, even
 * where YouTube does not give it by its id.
 */
export async function fateOf(parts: Parts, ids: string[], purpose: Purpose, signal: AbortSignal): Promise<Reply<Fate>> {
  const reply = await commentsById(parts, ids, purpose, signal)
  if (reply.kind !== 'ok') return reply
  const there = reply.body.items
  const found = new Set(there.map(({ id }) => id))
  const missing = ids.filter((id) => !found.has(id))
  if (missing.length === 0 && !there.some(isEdited)) return { kind: 'ok', body: { there, gone: [], held: null } }
  const queue = await listThreads(parts, 'heldForReview', null, signal, purpose)
  if (queue.kind !== 'ok') return queue
  const held = new Set(heldIn(queue.body).map(({ comment }) => comment.id))
  const rejected = await parts.rejected.all()
  return { kind: 'ok', body: { there, gone: missing.filter((id) => !held.has(id) && !rejected.has(id)), held } }
}

/** The comments that wait in a page of the moderation queue: the one on top of a thread, or replies under it. */
export function heldIn({ items }: Page<Thread>): { comment: Comment; video: string | null }[] {
  return items.flatMap(({ snippet, replies }) =>
    [snippet.topLevelComment, ...readable(COMMENT, replies?.comments ?? [])]
      .filter((one) => one.snippet.moderationStatus === 'heldForReview')
      .map((comment) => ({ comment, video: snippet.videoId ?? null })),
  )
}
