import { DAY } from '../../../model/clock.ts'
import type { Change, Source } from '../../network.ts'
import { threadsById } from '../lists.ts'
import type { Parts } from '../parts.ts'
import { COMMENT, readable } from '../shapes.ts'
import { readCursor } from './cursor.ts'
import { type Followed, followed, rhythmOf, STATE } from './followed.ts'
import { got } from './got.ts'
import { EVERY, pace } from './pace.ts'
import { goneAmong, type Sweep, sweepThread } from './sweep.ts'

/** Reads that are put by for a livelier hour; so many stay for what moved, when what did not is read again. */
const BURST = 30
const SPARE = 10
/** Threads that are read whole in one go, and ids in one question. */
const SWEEPS = 5
const IDS = 50

/**
 * New replies on old threads, which bring no thread back to the top of any list. One question gives the counts of fifty
 * threads; those whose count moved are read whole, and each one now and then, since an edit moves no count.
 */
export class RepliesSource implements Source {
  readonly name = 'replies'
  readonly every = EVERY.replies
  readonly #parts: Parts
  #reads = BURST
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
    const sweep: Sweep = { parts: this.#parts, threads, ours, from: state.from, signal }

    const changes = await this.#readThrough(sweep, this.#moved(threads), 1)
    const lost = await this.#count(threads, now, signal)
    changes.push(...(await goneAmong(sweep, lost)))
    changes.push(...(await this.#readThrough(sweep, this.#old(threads, now), SPARE)))
    const next = JSON.stringify({ from: state.from, threads: Object.fromEntries(threads) })
    return { changes, cursor: next, more: this.#reads >= 1 && this.#moved(threads).length > 0, after: this.#pace }
  }

  /** A read each pause, so that the day's are spread over the day. */
  #fill(): void {
    const steady = this.#parts.surroundings.clock.steady()
    this.#reads = Math.min(BURST, this.#reads + (steady - this.#filledAt) / this.#pace)
    this.#filledAt = steady
  }

  /** Reads some of these whole, as long as there are `least` reads. */
  async #readThrough(sweep: Sweep, due: [string, Followed][], least: number): Promise<Change[]> {
    const changes: Change[] = []
    for (const [id, thread] of due.slice(0, SWEEPS)) {
      if (this.#reads < least) break
      this.#reads--
      changes.push(...(await sweepThread(sweep, id, thread)))
    }
    return changes
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
    if (ids.length === 0 || this.#reads < 1) return []
    this.#reads--
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
}
