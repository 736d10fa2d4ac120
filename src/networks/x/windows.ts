import type { TwitterRateLimit } from 'twitter-api-v2'
import { z } from 'zod'
import { type Clock, MINUTE, SECOND } from '../../model/clock.ts'
import type { Surroundings } from '../network.ts'

/** So much later than X says a window is over, since its clock and ours are two. */
const MARGIN = SECOND
/** The length of nearly all of X's windows. */
const LENGTH = 15 * MINUTE

interface Window {
  remaining: number
  /** UTC ms. */
  reset: number
}
const KEPT = z.object({ remaining: z.number(), reset: z.number() })

/**
 * How many calls each endpoint still takes before X refuses one, from the headers of its answers. Kept in the memory
 * before each call, so that a program that is killed does not begin a window anew.
 */
export class Windows {
  readonly #memory: Surroundings['memory']
  readonly #clock: Clock
  readonly #open = new Map<string, Promise<Window | null>>()
  readonly #limits = new Map<string, number>()

  constructor(memory: Surroundings['memory'], clock: Clock) {
    this.#memory = memory
    this.#clock = clock
  }

  /** Puts one call down; returns the ms to leave the endpoint alone instead where it takes no more, 0 where it does. */
  async take(endpoint: string): Promise<number> {
    const window = await this.#window(endpoint)
    if (window === null) return 0
    if (window.remaining <= 0) return window.reset - this.#clock.now()
    window.remaining--
    await this.#keep(endpoint, window)
    return 0
  }

  /** What X said in an answer; the tightest of its windows counts. */
  async saw(endpoint: string, limit: TwitterRateLimit | undefined): Promise<void> {
    if (limit === undefined) return
    if (limit.limit > 0) this.#limits.set(endpoint, limit.limit)
    const told = [limit, limit.day, limit.userDay].flatMap((it) =>
      it && Number.isFinite(it.remaining) && Number.isFinite(it.reset)
        ? [{ remaining: it.remaining, reset: it.reset * 1_000 + MARGIN }]
        : [],
    )
    const tightest = told.sort((a, b) => a.remaining - b.remaining || b.reset - a.reset)[0]
    if (tightest === undefined) return
    const known = await this.#window(endpoint)
    // An answer that was overtaken by a later one of the same window still shows more than there is.
    const overtaken = known !== null && known.reset === tightest.reset && known.remaining < tightest.remaining
    if (!overtaken) await this.#keep(endpoint, tightest)
  }

  /** X refused a call of this endpoint: nothing for so many ms. */
  close(endpoint: string, after: number): Promise<void> {
    return this.#keep(endpoint, { remaining: 0, reset: this.#clock.now() + after })
  }

  /** The ms between looks of so many calls each that spread what is left over the rest of the window; 0 where nothing is known. */
  async spread(endpoint: string, calls: number): Promise<number> {
    const window = await this.#window(endpoint)
    if (window === null) return 0
    return Math.ceil(((window.reset - this.#clock.now()) * calls) / Math.max(1, window.remaining))
  }

  /** The ms of a whole window that one call has of it; 0 where the limit is not known. */
  share(endpoint: string): number {
    const limit = this.#limits.get(endpoint)
    return limit === undefined ? 0 : LENGTH / limit
  }

  /** Null where none is known, or the one that was known is over. */
  async #window(endpoint: string): Promise<Window | null> {
    const opened = this.#open.get(endpoint) ?? this.#memory.get(nameOf(endpoint)).then(read)
    this.#open.set(endpoint, opened)
    const window = await opened
    return window !== null && window.reset > this.#clock.now() ? window : null
  }

  async #keep(endpoint: string, window: Window): Promise<void> {
    this.#open.set(endpoint, Promise.resolve(window))
    await this.#memory.set(nameOf(endpoint), JSON.stringify(window))
  }
}

const nameOf = (endpoint: string) => `limit ${endpoint}`

function read(kept: string | null): Window | null {
  if (kept === null) return null
  try {
    return KEPT.safeParse(JSON.parse(kept)).data ?? null
  } catch {
    return null
  }
}
