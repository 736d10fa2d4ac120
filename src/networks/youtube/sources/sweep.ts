import { MINUTE } from '../../../model/clock.ts'
import type { Change } from '../../network.ts'
import { fateOf } from '../gone.ts'
import { repliesUnder } from '../lists.ts'
import { isOurs } from '../message.ts'
import type { Parts } from '../parts.ts'
import type { Comment } from '../shapes.ts'
import type { Followed } from './followed.ts'
import { fresh } from './fresh.ts'
import { got } from './got.ts'

/** Pages of a hundred replies at most, replies whose ids are kept a thread, and ids in one question. */
const PAGES = 20
const KEPT = 100
const IDS = 50
const OVERLAP = 10 * MINUTE

/** The threads that are followed, by id; what is read is written down in it. */
export interface Sweep {
  parts: Parts
  threads: Map<string, Followed>
  ours: string
  /** UTC ms: when the first start began. */
  from: number
  signal: AbortSignal
}

/** Reads all replies of one thread; what stood there before and does not now may be gone. */
export async function sweepThread(sweep: Sweep, id: string, thread: Followed): Promise<Change[]> {
  const { parts, threads, ours, from, signal } = sweep
  const now = parts.surroundings.clock.now()
  const replies: Comment[] = []
  const read = { ...thread, s: now, c: parts.threads.all().get(id)?.count ?? 0 }
  let page: string | null = null
  for (let turn = 0; turn < PAGES; turn++) {
    const reply = await repliesUnder(parts, id, page, 'reading', signal)
    if (reply.kind === 'refused' && reply.status !== 401) {
      // One thread that YouTube does not show must not hold up the others.
      threads.set(id, read)
      return reply.status === 404 ? goneAmong(sweep, [id]) : []
    }
    const { items, next } = got(reply)
    replies.push(...items)
    page = next
    if (page === null) break
  }
  const there = new Set(replies.map((one) => one.id))
  const missing = page === null ? (thread.r ?? []).map((own) => `${id}.${own}`).filter((one) => !there.has(one)) : []
  const others = replies.filter((one) => !isOurs(one, ours)).map((one) => one.id.slice(id.length + 1))
  const last = Math.max(thread.l, ...replies.map(({ snippet }) => snippet.publishedAt))
  threads.set(id, { ...read, l: last, r: others.length <= KEPT ? others : null })
  const seen = replies.map((comment) => ({ comment, video: thread.v }))
  const changes = await fresh(parts, ours, seen, Math.max(0, thread.s - OVERLAP), from)
  return [...changes, ...(await goneAmong(sweep, missing))]
}

/** Which of these are gone; with a top-level comment the replies under it are. */
export async function goneAmong({ parts, threads, signal }: Sweep, ids: readonly string[]): Promise<Change[]> {
  if (ids.length === 0) return []
  const { account, clock } = parts.surroundings
  const { gone } = got(await fateOf(parts, ids.slice(0, IDS), 'reading', signal))
  const all = gone.flatMap((id) => [id, ...(threads.get(id)?.r ?? []).map((own) => `${id}.${own}`)])
  for (const id of gone) {
    threads.delete(id)
    parts.threads.forget(id)
  }
  return all.map((id) => ({ kind: 'deleted', account, id, at: clock.now() }))
}
