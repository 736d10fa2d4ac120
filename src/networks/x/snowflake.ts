/** X's ids count ms since 2010-11-04T01:42:54.657Z, shifted by what tells machines and messages of one ms apart. */
const EPOCH = 1_288_834_974_657n
const SHIFT = 22n

/** When an id was given, UTC ms. */
export const timeOf = (id: string): number => Number((BigInt(id) >> SHIFT) + EPOCH)

/** The id before all that were given from this UTC ms on. */
export const idAt = (at: number): string => {
  const since = BigInt(Math.floor(at)) - EPOCH
  return since <= 0n ? '0' : String((since << SHIFT) - 1n)
}

/** Whether an id was given before another; for sorting, oldest first. */
export const byAge = (a: string, b: string): number => (BigInt(a) < BigInt(b) ? -1 : a === b ? 0 : 1)

export const newer = (a: string, b: string): string => (byAge(a, b) < 0 ? b : a)

/** For reducing; null stands for none yet. */
export const older = (a: string | null, b: string): string => (a === null || byAge(b, a) < 0 ? b : a)
