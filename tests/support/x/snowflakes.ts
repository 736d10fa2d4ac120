/** The first millisecond of X's ids: docs.x.com/fundamentals/x-ids. */
const EPOCH = 1_288_834_974_657n

/** Ids that rise with the clock, as X's do: milliseconds since its epoch, and 22 bits to tell apart what came in one. One for all kinds of things: no two have the same. */
export class Snowflakes {
  #last = 0n

  next(at: number): string {
    const first = idAt(at)
    this.#last = first > this.#last ? first : this.#last + 1n
    return String(this.#last)
  }
}

/** The lowest id of that moment. */
export const idAt = (at: number): bigint => (BigInt(Math.floor(at)) - EPOCH) << 22n

/** When an id was made, UTC ms. */
export const timeOf = (id: string): number => Number((BigInt(id) >> 22n) + EPOCH)

/** Compares ids as numbers. */
export const byId = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
