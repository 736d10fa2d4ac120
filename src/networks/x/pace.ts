import type { Purse } from '../network.ts'

/** How slower each look without news makes the next, and how much slower where money runs low. */
const SLOWER = 1.25
const SAVING = 4
/** Quiet makes it no slower than so many looks' share of X's limit: where there is plenty, waiting saves nothing. */
const SHARES = 20
/** However little money is left, so often it is looked, in ms: the purse itself says no in the end. */
const LONGEST = 15 * 60_000

interface Look {
  news: boolean
  spread: number
  share: number
  cost: number
}

/** When to look again: quickly while there is news, ever slower while there is none, never faster than X and the money bear. */
export class Pace {
  readonly #purse: Purse
  readonly #shortest: number
  readonly #longest: number
  #pause: number

  /** @param pauses the shortest and the longest pause that news decide about, in ms */
  constructor(purse: Purse, { shortest, longest }: { shortest: number; longest: number }) {
    this.#purse = purse
    this.#shortest = shortest
    this.#longest = longest
    this.#pause = shortest
  }

  /**
   * Ms until the next look.
   * @param news whether this one brought any
   * @param spread ms between looks that what is left of X's limit bears
   * @param share ms that a look has of a whole limit
   * @param cost of this look, in micro-dollars: what is left is spread over the rest of the day
   */
  async after({ news, spread, share, cost }: Look): Promise<number> {
    const slowest = Math.max(this.#shortest, Math.min(this.#longest, share * SHARES))
    this.#pause = news ? this.#shortest : Math.min(slowest, this.#pause * SLOWER)
    const left = await this.#purse.left('reading')
    const borne = Number.isFinite(left) ? (this.#purse.until() * cost) / Math.max(1, left) : 0
    const wanted = Math.max(this.#pause, Math.min(borne, LONGEST))
    return Math.round(Math.max(wanted * ((await this.#purse.saving()) ? SAVING : 1), spread))
  }
}
