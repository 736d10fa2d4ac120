import type { Purpose } from '../../model/allowance.ts'
import { type Clock, DAY } from '../../model/clock.ts'
import type { Purse } from '../network.ts'
import type { Failure, Reply } from './reply.ts'

/** What a reading may cost at most, and of what it has brought. */
export interface Costly {
  purpose: Purpose
  /** Of one thing read. */
  price: number
  most: number
  /** The ids of what came. */
  brought(reply: Extract<Reply, { kind: 'ok' }>): string[]
}

/**
 * Pays for readings. The most that one can cost is put down before the call, and what it did not cost comes back: X
 * asks only for what it gives, and for the same thing once in a day of UTC, however often it is read
 * (docs.x.com/x-api/fundamentals/post-cap).
 */
export class Till {
  readonly #purse: Purse
  readonly #clock: Clock
  #day = 0
  #paid = new Set<string>()

  constructor(purse: Purse, clock: Clock) {
    this.#purse = purse
    this.#clock = clock
  }

  async reading({ purpose, price, most, brought }: Costly, call: () => Promise<Reply>): Promise<Reply> {
    if (!(await this.#purse.take(purpose, price * most))) return this.broke()
    const reply = await call()
    const fresh = reply.kind === 'ok' ? this.#unpaid(brought(reply)) : 0
    if (fresh < most) await this.#purse.giveBack(purpose, price * (most - fresh))
    return reply
  }

  broke(): Extract<Failure, { kind: 'budget' }> {
    return { kind: 'budget', after: this.#purse.until() }
  }

  #unpaid(ids: readonly string[]): number {
    const day = Math.floor(this.#clock.now() / DAY)
    if (day !== this.#day) this.#paid = new Set()
    this.#day = day
    const before = this.#paid.size
    for (const id of ids) this.#paid.add(id)
    return this.#paid.size - before
  }
}
