import { DAY, MINUTE } from '../../../model/clock.ts'
import type { Change, Source } from '../../network.ts'
import { fateOf } from '../gone.ts'
import { repliesUnder, threadsById } from '../lists.ts'
import { isOurs } from '../message.ts'
import type { Parts } from '../parts.ts'
import { COMMENT, type Comment, readable } from '../shapes.ts'
import { readCursor } from './cursor.ts'
import { type Followed, followed, rhythmOf, STATE } from './followed.ts'
import { fresh } from './fresh.ts'
import { got } from './got.ts'
import { EVERY, pace } from './pace.ts'

/** Units put by for a livelier hour, those of them that reading again what did not move leaves, threads read whole in one look, ids in one question, and replies kept a thread. */
const BURST = 30
const SPARE = 10
const SWEEPS = 5
const IDS = 50
const KEPT = 100
const PAGES = 20
const OVERLAP = 10 * MINUTE

/**
 * New replies on old threads, which bring no thread back to the top of any list. One question gives the counts of fifty
 * threads; those whose count moved are read whole, and each one now and then, since an edit moves no count.
 */
export class RepliesSource implements Source {
  readonly name = 'replies'
  readonly every = EVERY.replies
  readonly #parts: Parts
  #units = BURST
  #pace: number = EVERY.replies
  #filledAt: number

  constructor(parts: Parts) {
    this.#parts = parts
    this.#filledAt = parts.surroundings.clock.steady()
  }

  async fetch(cursor: string | null, signal: AbortSignal) {
    const { clock, purse } = this.#parts.surroundings
    const now = clock.now()
    const state = readCursor(STATE, cursor) ?? { from: now - DAY, threads: {} }
    const threads = followed(state, this.#parts.threads.all(), now)
    this.#pace = await pace(purse)
    this.#fill()
    const ours = got(await this.#parts.channel.id('reading', signal))

    const changes: Change[] = []
    const sweep = async (due: [string, Followed][], least: number) => {
      for (const [id, thread] of due.slice(0, SWEEPS)) {
        if (this.#units < least) return
        changes.push(...(await this.#sweep(id, thread, threads, ours, state.from, now, signal)))
      }
    }
    await sweep(this.#moved(threads), 1)
    const lost = await this.#count(threads, now, signal)
    if (lost.length > 0) changes.push(...(await this.#gone(lost, threads, signal)))
    await sweep(this.#old(threads, now), SPARE)
    const next = JSON.stringify({ from: state.from, threads: Object.fromEntries(threads) })
    return { changes, cursor: next, more: this.#units >= 1 && this.#moved(threads).length > 0, after: this.#pace }
  }

  /** A unit each pause, so that the day's are spread over the day. */
  #fill(): void {
    const steady = this.#parts.surroundings.clock.steady()
    this.#units = Math.min(BURST, this.#units + (steady - this.#filledAt) / this.#pace)
    this.#filledAt = steady
  }

  /** More often where there are more units. */
  #rhythm(thread: Followed, now: number): { count: number; all: number } {
    const { count, all } = rhythmOf(thread, now)
    const part = this.#pace / EVERY.replies
    return { count: part * count, all: part * all }
  }

  /** Asks for the counts of those whose turn it is; answers with the threads that were not given. */
  async #count(threads: ReadonlyMap<string, Followed>, now: number, signal: AbortSignal): Promise<string[]> {
    const heard = this.#parts.threads.all()
    const ids = [...threads]
      .map(([id, thread]) => ({ id, late: (now - (heard.get(id)?.counted ?? 0)) / this.#rhythm(thread, now).count }))
      .filter(({ late }) => late >= 1)
      .sort((a, b) => b.late - a.late)
      .slice(0, IDS)
      .map(({ id }) => id)
    if (ids.length === 0 || this.#units < 1) return []
    this.#units--
    const { items } = got(await threadsById(this.#parts, ids, signal))
    for (const thread of items)
      this.#parts.threads.hearThread(thread, readable(COMMENT, thread.replies?.comments ?? []))
    const given = new Set(items.map(({ id }) => id))
    const missing = ids.filter((id) => !given.has(id))
    // Where one waits in the moderation queue it is not given, and is asked for no sooner than the others.
    for (const id of missing) {
      const thread = threads.get(id)
      if (thread) this.#parts.threads.hear(id, { video: thread.v, last: thread.l, count: thread.c })
    }
    return missing
  }

  /** The threads whose count is another than when they were read, the liveliest first. */
  #moved(threads: ReadonlyMap<string, Followed>): [string, Followed][] {
    const heard = this.#parts.threads.all()
    return [...threads].filter(([id, { c }]) => c < 0 || (heard.get(id)?.count ?? c) !== c)
  }

  /** Those that were not read for long, the longest first. */
  #old(threads: ReadonlyMap<string, Followed>, now: number): [string, Followed][] {
    const due = [...threads].filter(([, thread]) => now - thread.s >= this.#rhythm(thread, now).all)
    return due.sort(([, a], [, b]) => a.s - b.s)
  }

  /** Reads all replies of one thread; what stood there before and does not now may be gone. */
  async #sweep(
    id: string,
    thread: Followed,
    threads: Map<string, Followed>,
    ours: string,
    from: number,
    now: number,
    signal: AbortSignal,
  ): Promise<Change[]> {
    const replies: Comment[] = []
    let page: string | null = null
    for (let turn = 0; turn < PAGES; turn++) {
      this.#units--
      const reply = await repliesUnder(this.#parts, id, page, 'reading', signal)
      if (reply.kind === 'refused' && reply.status === 404) return this.#gone([id], threads, signal)
      const { items, next } = got(reply)
      replies.push(...items)
      page = next
      if (page === null) break
    }
    const there = new Set(replies.map((one) => one.id))
    const missing = page === null ? (thread.r ?? []).map((own) => `${id}.${own}`).filter((one) => !there.has(one)) : []
    const others = replies.filter((one) => !isOurs(one, ours)).map((one) => one.id.slice(id.length + 1))
    const last = Math.max(thread.l, ...replies.map(({ snippet }) => snippet.publishedAt))
    const count = this.#parts.threads.all().get(id)?.count ?? replies.length
    threads.set(id, { ...thread, l: last, s: now, c: count, r: others.length <= KEPT ? others : null })
    const seen = replies.map((comment) => ({ comment, video: thread.v }))
    const changes = await fresh(this.#parts, ours, seen, Math.max(0, thread.s - OVERLAP), from)
    return [...changes, ...(missing.length > 0 ? await this.#gone(missing, threads, signal) : [])]
  }

  async #gone(ids: string[], threads: Map<string, Followed>, signal: AbortSignal): Promise<Change[]> {
    const { account, clock } = this.#parts.surroundings
    this.#units--
    const { gone } = got(await fateOf(this.#parts, ids.slice(0, IDS), 'reading', signal))
    for (const id of gone) {
      threads.delete(id)
      this.#parts.threads.forget(id)
    }
    return gone.map((id) => ({ kind: 'deleted', account, id, at: clock.now() }))
  }
}
