import { z } from 'zod'
import { DAY, MINUTE } from '../../../model/clock.ts'
import type { Change, Source } from '../../network.ts'
import { listThreads, type Page } from '../lists.ts'
import type { Parts } from '../parts.ts'
import { COMMENT, readable, type Thread } from '../shapes.ts'
import { readCursor } from './cursor.ts'
import { fresh } from './fresh.ts'
import { got } from './got.ts'
import { type Listed, withoutGaps } from './listed.ts'
import { EVERY, pace } from './pace.ts'

/** `at`: everything up to there was handed out; `from`: where the first start began. Both UTC ms by YouTube's clock. */
const CURSOR = z.object({ at: z.number(), from: z.number() })

/** At the first start: what was written since yesterday. */
const FIRST = DAY
/** A comment may be shown later than it was written. */
const OVERLAP = 30 * MINUTE
/** Changes in one Reading, and pages of 100 in one walk back. */
const BATCH = 50
const PAGES = 50

/** New threads on our videos, and the replies that come along with them. */
export class CommentsSource implements Source {
  readonly name = 'comments'
  readonly every = EVERY.comments
  readonly #parts: Parts
  /** What was read and not handed out yet, oldest first; it belongs to the cursor that was given with the last. */
  #left: Change[] = []
  #cursor: string | null = null
  /** Threads whose first comment was not handed out yet: what is said under it must not come in before it. */
  #unheard: Listed[] = []

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async fetch(cursor: string | null, signal: AbortSignal) {
    const known = readCursor(CURSOR, cursor)
    const from = known?.from ?? this.#parts.surroundings.clock.now() - FIRST
    const at = known?.at ?? from
    if (this.#left.length > 0 && cursor === this.#cursor) return this.#hand(at, from)
    const since = Math.max(at - OVERLAP, from)
    const ours = got(await this.#parts.channel.id('reading', signal))
    const { threads, gap } = await this.#walk(since, signal)
    const seen = await withoutGaps(this.#parts, ours, threads)
    this.#left = await fresh(this.#parts, ours, seen, since, from)
    this.#unheard = threads
    return { ...(await this.#hand(at, from)), ...(gap && { gap }) }
  }

  /** Lets those threads be read for replies whose first comment waits no more to be handed out. */
  #follow(): void {
    const waiting = new Set(this.#left.map(({ id }) => id))
    for (const { thread, replies } of this.#unheard)
      if (!waiting.has(thread.id)) this.#parts.threads.hearThread(thread, replies)
    this.#unheard = this.#unheard.filter(({ thread }) => waiting.has(thread.id))
  }

  /** Page by page from the newest down to `since`. */
  async #walk(since: number, signal: AbortSignal) {
    const threads: Listed[] = []
    let page: string | null = null
    for (let turn = 0; turn < PAGES; turn++) {
      const { items, next }: Page<Thread> = got(await listThreads(this.#parts, 'published', page, signal))
      for (const thread of items) {
        const replies = readable(COMMENT, thread.replies?.comments ?? [])
        threads.push({ thread, replies })
      }
      const oldest = items.at(-1)?.snippet.topLevelComment.snippet.publishedAt
      if (next === null || oldest === undefined || oldest < since) return { threads, gap: null }
      page = next
    }
    const reached = Math.min(...threads.map(({ thread }) => thread.snippet.topLevelComment.snippet.publishedAt))
    return { threads, gap: { from: since, to: reached } }
  }

  async #hand(at: number, from: number) {
    const changes = this.#left.splice(0, BATCH)
    this.#follow()
    const more = this.#left.length > 0
    const moved = changes.map((change) => (change.kind === 'deleted' ? 0 : change.at + (change.revision ?? 0) * 1_000))
    const next = JSON.stringify({ at: Math.max(at, ...moved), from })
    this.#cursor = next
    return { changes, cursor: next, more, ...(!more && { after: await pace(this.#parts.surroundings.purse) }) }
  }
}
