import type { Chat } from '../../src/chat/chat.ts'
import type { Content } from '../../src/model/chat.ts'
import { MINUTE, SECOND } from '../../src/model/clock.ts'
import type { Outcome } from '../../src/model/network.ts'
import type { ManualClock } from './clock.ts'

export interface Put {
  ref: string
  channel: string
  thread: string | null
  content: Content
  /** When the chat took it, and its latest revision, wall-clock ms. */
  at: number
  revised: number | null
}

/** How much a chat takes: each so many ms a new message a channel, and a revision anywhere; null: all of it. */
export interface Takes {
  post: number | null
  revise: number | null
}

/**
 * A chat platform that takes one new message a second in each channel and fifty revisions a minute, refuses with 429
 * what comes faster, and forgets what a test takes away.
 */
export class SlowChat implements Chat {
  readonly platform: string
  readonly reachable = true
  readonly pace: { post: number; revise: number }
  readonly put: Put[] = []
  /** Channels that take nothing from us. */
  readonly shut = new Set<string>()
  /** Channels in which no thread stays. */
  readonly leaky = new Set<string>()
  limited = 0
  inFlight = 0
  readonly #clock: ManualClock
  readonly #takes: Takes
  readonly #last = new Map<string, number>()

  constructor(clock: ManualClock, takes: Takes = { post: SECOND, revise: MINUTE / 50 }, platform = 'slow') {
    this.platform = platform
    this.pace = { post: takes.post ?? SECOND, revise: takes.revise ?? MINUTE / 50 }
    this.#clock = clock
    this.#takes = takes
  }

  prepare = async () => {}
  listen = async () => {};

  /** What stands in a channel, or in one thread of it with the message at its top. */
  in = (channel: string, thread?: string): Put[] =>
    this.put.filter((it) => it.channel === channel && (thread === undefined || (it.thread ?? it.ref) === thread))

  /** Somebody deletes a thread, or one message. */
  lose(ref: string): void {
    this.put.splice(0, this.put.length, ...this.put.filter((it) => it.ref !== ref && it.thread !== ref))
  }

  open = (channel: string, content: Content) => this.#take(channel, null, content)

  post(channel: string, thread: string, content: Content): Promise<Outcome> {
    if (this.leaky.has(channel)) this.lose(thread)
    return this.#take(channel, thread, content)
  }

  revise(channel: string, message: string, content: Content): Promise<Outcome> {
    return this.#answer(() => {
      const late = this.#tooFast('revise', this.#takes.revise)
      if (late) return late
      const it = this.put.find((put) => put.channel === channel && put.ref === message)
      if (!it) return { status: 'rejected', reason: 'gone' }
      Object.assign(it, { content, revised: this.#clock.now() })
      return { status: 'published', id: it.ref, url: null }
    })
  }

  #take(channel: string, thread: string | null, content: Content): Promise<Outcome> {
    return this.#answer(() => {
      if (this.shut.has(channel)) return { status: 'rejected', reason: 'no-channel' }
      if (thread !== null && !this.put.some((it) => it.ref === thread)) return { status: 'rejected', reason: 'gone' }
      const late = this.#tooFast(channel, this.#takes.post)
      if (late) return late
      const ref = `m${this.#serial++}`
      this.put.push({ ref, channel, thread, content, at: this.#clock.now(), revised: null })
      return { status: 'published', id: ref, url: null }
    })
  }

  #serial = 1

  #tooFast(what: string, apart: number | null): Outcome | null {
    const now = this.#clock.steady()
    const free = (this.#last.get(what) ?? Number.NEGATIVE_INFINITY) + (apart ?? 0)
    if (free > now) {
      this.limited++
      return { status: 'later', after: SECOND, reason: 'rate-limit', scope: 'rate' }
    }
    this.#last.set(what, now)
    return null
  }

  async #answer(work: () => Outcome): Promise<Outcome> {
    this.inFlight++
    await new Promise((resolve) => setImmediate(resolve))
    this.inFlight--
    return work()
  }
}
