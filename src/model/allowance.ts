/** What a call to a network is for. Replies go first: taking back, moderating and looking up what is unknown are part of them. */
export const PURPOSES = ['replying', 'posting', 'reading', 'checking'] as const
export type Purpose = (typeof PURPOSES)[number]

/** What a network may cost, in its unit: micro-dollars (a millionth) where it asks money, the platform's units where it counts. */
export interface Allowance {
  unit: 'usd' | 'units'
  /** The zone in which its day and its month begin. */
  zone: string
  /** Null: no cap. */
  day: number | null
  month: number | null
  /** The part of each cap, 0 to 1, that only replies may use. */
  reserve: number
}

/** Near its cap a network is read less, and what is dear waits for a person: from this part of what others than replies may use. */
export const SAVE_FROM = 0.8

/** What is left for a purpose; Infinity without caps. */
export function room(allowance: Allowance, purpose: Purpose, spent: { day: number; month: number }): number {
  const part = purpose === 'replying' ? 1 : 1 - allowance.reserve
  const left = (cap: number | null, used: number) => (cap === null ? Number.POSITIVE_INFINITY : cap * part - used)
  return Math.min(left(allowance.day, spent.day), left(allowance.month, spent.month))
}

export type Level = 'normal' | 'saving' | 'spent'

/** How a network stands: `saving` near what others than replies may use, `spent` where that is used up. */
export function levelOf(allowance: Allowance, spent: { day: number; month: number }): Level {
  const used = Math.max(
    ...(
      [
        ['day', allowance.day],
        ['month', allowance.month],
      ] as const
    ).map(([period, cap]) => (cap === null ? 0 : spent[period] / (cap * (1 - allowance.reserve)))),
  )
  if (used >= 1) return 'spent'
  return used >= SAVE_FROM ? 'saving' : 'normal'
}
