import { z } from 'zod'
import { DAY } from '../../../model/clock.ts'
import type { Change, Source } from '../../network.ts'
import { fateOf, heldIn } from '../gone.ts'
import { listThreads } from '../lists.ts'
import { isOurs, messageOf, movedAt } from '../message.ts'
import type { Parts } from '../parts.ts'
import { readCursor } from './cursor.ts'
import { got } from './got.ts'
import { EVERY, pace } from './pace.ts'

/**
 * `waiting`: what stood in the queue at the last look, with when it was written and when last changed (UTC ms). `from`:
 * as for comments.
 */
const CURSOR = z.object({ waiting: z.record(z.string(), z.tuple([z.number(), z.number()])), from: z.number() })

/** At the first start: what waits since last week. */
const FIRST = 7 * DAY

/** The moderation queue: what waits there for us, and what is not there any more because somebody decided elsewhere. */
export class HeldSource implements Source {
  readonly name = 'held'
  readonly every = EVERY.held
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async fetch(cursor: string | null, signal: AbortSignal) {
    const { account, clock, purse } = this.#parts.surroundings
    const known = readCursor(CURSOR, cursor)
    const from = known?.from ?? clock.now() - FIRST
    const page = got(await listThreads(this.#parts, 'heldForReview', null, signal))
    const ours = got(await this.#parts.channel.id('reading', signal))
    const held = heldIn(page).filter(({ comment }) => !isOurs(comment, ours) && comment.snippet.publishedAt >= from)
    const before = known?.waiting ?? {}
    const changes: Change[] = held
      .filter(({ comment }) => before[comment.id]?.[1] !== movedAt(comment))
      .map(({ comment, video }) => messageOf(comment, account, video))
    const waiting = new Map(held.map(({ comment }) => [comment.id, [comment.snippet.publishedAt, movedAt(comment)]]))
    // What stands behind the first hundred is not seen: nothing is said of it.
    const oldest = page.next === null ? 0 : Math.min(...[...waiting.values()].map(([written]) => written ?? 0))
    const left = Object.entries(before).filter(([id, [written]]) => !waiting.has(id) && written >= oldest)
    if (left.length > 0)
      changes.push(
        ...(await this.#decided(
          left.map(([id]) => id),
          signal,
        )),
      )
    const next = JSON.stringify({ waiting: Object.fromEntries(waiting), from })
    return { changes, cursor: next, more: false, after: (EVERY.held / EVERY.comments) * (await pace(purse)) }
  }

  /** Comments that wait no more: in sight now, or gone. */
  async #decided(ids: string[], signal: AbortSignal): Promise<Change[]> {
    const { account, clock } = this.#parts.surroundings
    const changes: Change[] = []
    for (let at = 0; at < ids.length; at += 50) {
      const { there, gone } = got(await fateOf(this.#parts, ids.slice(at, at + 50), 'reading', signal))
      changes.push(...there.map((comment) => messageOf(comment, account)))
      changes.push(...gone.map((id) => ({ kind: 'deleted' as const, account, id, at: clock.now() })))
      for (const comment of there) this.#parts.threads.hearComment(comment)
    }
    return changes
  }
}
