import type { Chat } from '../chat/chat.ts'
import { MINUTE } from '../model/clock.ts'
import type { Outcome } from '../model/network.ts'
import type { Tx } from '../store/database.ts'
import type { Delivery } from '../store/outbox.ts'
import { pauseRate } from '../store/rates.ts'

/** So long after a platform last said that it was too fast, or a channel was last behind, one message at a time goes there. */
const PACED = MINUTE
/** Marks in the table of rates that a rate key is paced: known after a restart as well, and to /healthz. */
const MARK = 'pace:'

/**
 * Keeps to what a chat platform takes, once it has said that it was too much: of each rate key one at a time, and so
 * far apart as the platform wants it, while all others go on side by side.
 */
export class Pace {
  readonly #chats: ReadonlyMap<string, Chat>
  /** When the last of each rate key left, steady ms. */
  readonly #left = new Map<string, number>()
  #paced: string[] = []

  constructor(chats: ReadonlyMap<string, Chat>) {
    this.#chats = chats
  }

  /** Takes notice of a call that was too fast. */
  async learn(act: { tx: Tx; steady: number }, delivery: Delivery, outcome: Outcome): Promise<void> {
    if (outcome.status === 'later' && outcome.reason === 'rate-limit' && this.#apart(delivery.rate_key) !== null)
      await this.keep(act, delivery.rate_key, outcome.after)
  }

  /** From now on, or for longer; not counted while nothing at all may leave for `stopped` ms. */
  async keep(act: { tx: Tx; steady: number }, rateKey: string, stopped = 0): Promise<void> {
    await pauseRate(act, MARK + rateKey, stopped + PACED, 'pace')
  }

  /** Of the rate keys that are kept back (`held`), those that are paced, not stopped. */
  paced(held: readonly string[]): string[] {
    this.#paced = held.filter((key) => key.startsWith(MARK)).map((key) => key.slice(MARK.length))
    return this.#paced
  }

  /** The paced rate keys on which one may leave now: nothing is under way, and the last one is long enough ago. */
  due(flying: Iterable<Delivery>, steady: number): string[] {
    const busy = new Set(Array.from(flying, (it) => it.rate_key))
    return this.#paced.filter((key) => !busy.has(key) && this.#next(key) <= steady)
  }

  /** One leaves at this moment. */
  left({ rate_key }: Delivery, steady: number): void {
    if (this.#apart(rate_key) !== null) this.#left.set(rate_key, steady)
  }

  /** Steady ms, after `steady`, at which the next paced one may leave; null where none has to wait. */
  next(steady: number): number | null {
    const times = this.#paced.map((key) => this.#next(key)).filter((at) => at > steady)
    return times.length === 0 ? null : Math.min(...times)
  }

  #next(rateKey: string): number {
    return (this.#left.get(rateKey) ?? Number.NEGATIVE_INFINITY) + (this.#apart(rateKey) ?? 0)
  }

  /** Ms between two of a rate key; null where its platform wants no pace. */
  #apart(rateKey: string): number | null {
    const { platform, what } = channelOf(rateKey)
    const pace = this.#chats.get(platform)?.pace
    if (!pace) return null
    return what === 'revise' ? pace.revise : pace.post
  }
}

/** The platform and the channel that a chat's rate key counts, or `revise`. */
export function channelOf(rateKey: string): { platform: string; what: string } {
  const [, platform = '', what = ''] = /^chat:([^:]*):(.*)$/s.exec(rateKey) ?? []
  return { platform, what }
}
