import { isOurs } from '../message.ts'
import type { Parts } from '../parts.ts'
import type { Comment, Thread } from '../shapes.ts'
import type { Seen } from './fresh.ts'

/** A thread as YouTube lists it, with the newest of its replies, which need not be all. */
export interface Listed {
  thread: Thread
  replies: readonly Comment[]
}

/**
 * Threads and the replies that came along, the newest first. Where there may be others between these replies and those
 * that the station has, they are left out: the thread is read whole, so that nothing stands before what it followed.
 */
export async function withoutGaps(parts: Parts, ours: string, threads: readonly Listed[]): Promise<Seen[]> {
  const others = ({ replies }: Listed) => replies.filter((comment) => !isOurs(comment, ours)).map(({ id }) => id)
  const partly = threads.filter(({ thread, replies }) => thread.snippet.totalReplyCount > replies.length)
  const known = await parts.surroundings.placed(partly.flatMap(others))
  const gaps = new Set(partly.filter((listed) => !others(listed).some((id) => known.has(id))))
  return threads.flatMap((listed) => {
    const { thread, replies } = listed
    const video = thread.snippet.videoId ?? null
    const shown = [...(gaps.has(listed) ? [] : replies), thread.snippet.topLevelComment]
    return shown.map((comment) => ({ comment, video }))
  })
}
