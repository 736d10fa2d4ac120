/** A median with the range in which the repetitions lay. */
export interface Spread {
  median: number
  least: number
  most: number
  /** How many repetitions or samples it comes from. */
  of: number
}

export function spreadOf(values: number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  return {
    median: quantile(sorted, 0.5),
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
    of: values.length,
  }
}

export const single = (value: number, of = 1): Spread => ({ median: value, least: value, most: value, of })

/** The value below which `share` of the sorted values lie; the nearest rank, never one that was not measured. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

export const percentile = (values: number[], share: number): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    share,
  )
