import { type Clock, DAY } from '../../model/clock.ts'
import { topOf } from './message.ts'
import type { Comment, Thread } from './shapes.ts'

/** So long after its last message a thread is looked at for new replies. */
export const ALIVE = 14 * DAY
const MOST = 2_000

/** What is known of a thread from whatever was read last. */
export interface Heard {
  video: string | null
  /** Its newest message that we heard of, UTC ms. */
  last: number
  /** How many replies YouTube counts; null where it did not say. */
  count: number | null
  /** When it said so, UTC ms; 0: never. */
  counted: number
}

/** The threads that are alive, as every part of the adapter hears of them. */
export class Threads {
  readonly #clock: Clock
  readonly #heard = new Map<string, Heard>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  hear(id: string, heard: Omit<Heard, 'counted'>): void {
    if (heard.last < this.#clock.now() - ALIVE) return
    const known = this.#heard.get(id)
    this.#heard.delete(id)
    this.#heard.set(id, {
      video: heard.video ?? known?.video ?? null,
      last: Math.max(heard.last, known?.last ?? 0),
      count: heard.count ?? known?.count ?? null,
      counted: heard.count === null ? (known?.counted ?? 0) : this.#clock.now(),
    })
    const oldest = this.#heard.keys().next()
    if (this.#heard.size > MOST && !oldest.done) this.#heard.delete(oldest.value)
  }

  hearThread({ id, snippet }: Thread, replies: readonly Comment[]): void {
    const written = [snippet.topLevelComment, ...replies].map((one) => one.snippet.publishedAt)
    const video = snippet.videoId ?? snippet.topLevelComment.snippet.videoId ?? null
    this.hear(id, { video, last: Math.max(...written), count: snippet.totalReplyCount })
  }

  hearComment({ id, snippet }: Comment): void {
    this.hear(topOf(id), { video: snippet.videoId ?? null, last: snippet.publishedAt, count: null })
  }

  forget(id: string): void {
    this.#heard.delete(id)
  }

  /** Those that are alive still. */
  all(): ReadonlyMap<string, Heard> {
    const since = this.#clock.now() - ALIVE
    for (const [id, { last }] of this.#heard) if (last < since) this.#heard.delete(id)
    return this.#heard
  }
}
