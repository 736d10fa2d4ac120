import type { Spread } from './spread.ts'

/** One line of the table. */
export interface Row {
  what: string
  /** Median with the range over the repetitions, or one value alone. */
  value: Spread
  unit: string
  /** What it was to be, in words; null where nothing was promised. */
  goal: string | null
  met: boolean | null
}

export interface Bench {
  /** An empty folder on the disk that all figures use. */
  folder: string
  short: boolean
  /** Says what is going on, while it goes on. */
  tell(what: string): void
}

/** Something that is measured; a failed measurement throws. */
export interface Figure {
  name: string
  measure(bench: Bench): Promise<Row[]>
}

/** A row without a goal. */
export const plain = (what: string, value: Spread, unit: string): Row => ({ what, value, unit, goal: null, met: null })
