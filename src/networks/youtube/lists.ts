import type { Purpose } from '../../model/allowance.ts'
import type { Parts } from './parts.ts'
import type { Reply } from './reply.ts'
import { COMMENTS, type Comment, THREADS, type Thread } from './shapes.ts'

export interface Page<T> {
  items: T[]
  next: string | null
}
/** Without this YouTube gives HTML. */
const PLAIN = { textFormat: 'plainText' } as const
const PARTS = ['id', 'snippet']
const MOST = 100

/** Threads of our channel, those whose top-level comment is newest first, 100 a page. */
export async function listThreads(
  { calls, channel }: Parts,
  status: 'published' | 'heldForReview',
  page: string | null,
  signal: AbortSignal | undefined,
  purpose: Purpose = 'reading',
): Promise<Reply<Page<Thread>>> {
  const ours = await channel.id(purpose, signal)
  if (ours.kind !== 'ok') return ours
  const filter = { allThreadsRelatedToChannelId: ours.body, moderationStatus: status, order: 'time' }
  const ask = { ...PLAIN, ...filter, part: [...PARTS, 'replies'], maxResults: MOST, ...(page && { pageToken: page }) }
  return calls.look(purpose, THREADS, (api, options) => api.commentThreads.list(ask, options), signal)
}

/** At most 50 threads by their ids; what is not published is left out. */
export const threadsById = ({ calls }: Parts, ids: string[], signal: AbortSignal): Promise<Reply<Page<Thread>>> =>
  calls.look(
    'reading',
    THREADS,
    (api, options) => api.commentThreads.list({ ...PLAIN, part: [...PARTS, 'replies'], id: ids }, options),
    signal,
  )

/** Replies under a top-level comment, 100 a page; in which order is not promised. */
export const repliesUnder = (
  { calls }: Parts,
  top: string,
  page: string | null,
  purpose: Purpose,
  signal?: AbortSignal,
): Promise<Reply<Page<Comment>>> =>
  calls.look(
    purpose,
    COMMENTS,
    (api, options) =>
      api.comments.list(
        { ...PLAIN, part: PARTS, parentId: top, maxResults: MOST, ...(page && { pageToken: page }) },
        options,
      ),
    signal,
  )

/** At most 50 comments by their ids; what is gone is left out. It is not said how they stand before others. */
export const commentsById = (
  { calls }: Parts,
  ids: string[],
  purpose: Purpose,
  signal: AbortSignal,
): Promise<Reply<Page<Comment>>> =>
  calls.look(
    purpose,
    COMMENTS,
    (api, options) => api.comments.list({ ...PLAIN, part: PARTS, id: ids }, options),
    signal,
  )
