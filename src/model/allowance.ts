import { addDays, dateAt, instantOf, type LocalDate } from './local-time.ts'

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

/** What was spent on a day and in its month, by all purposes together; in the allowance's unit. */
export interface Spent {
  day: number
  month: number
}

export type Period = keyof Spent
const PERIODS: readonly Period[] = ['day', 'month']

/** What is left of one cap for a purpose; Infinity where there is none. */
function left(allowance: Allowance, purpose: Purpose, spent: Spent, period: Period): number {
  const cap = allowance[period]
  if (cap === null) return Number.POSITIVE_INFINITY
  return Math.floor(cap * (purpose === 'replying' ? 1 : 1 - allowance.reserve)) - spent[period]
}

/** What is left for a purpose; Infinity without caps. */
export const room = (allowance: Allowance, purpose: Purpose, spent: Spent): number =>
  Math.min(...PERIODS.map((period) => left(allowance, purpose, spent, period)))

/**
 * What has to begin anew before `amount` may be spent, or where none is given before there is more: the month where that
 * is what leaves too little, else the day.
 */
export function boundBy(allowance: Allowance, purpose: Purpose, spent: Spent, amount?: number): Period {
  const wanted = amount ?? left(allowance, purpose, spent, 'day')
  return left(allowance, purpose, spent, 'month') < wanted ? 'month' : 'day'
}

/** How a network stands, from good to bad: `saving` near what others than replies may use, `spent` where that is used up, `empty` where replies have used the rest. */
export const LEVELS = ['normal', 'saving', 'spent', 'empty'] as const
export type Level = (typeof LEVELS)[number]

export function levelOf(allowance: Allowance, spent: Spent): Level {
  if (room(allowance, 'replying', spent) <= 0) return 'empty'
  if (room(allowance, 'posting', spent) <= 0) return 'spent'
  const used = PERIODS.map((period) => {
    const cap = allowance[period]
    return cap === null ? 0 : spent[period] / (cap * (1 - allowance.reserve))
  })
  return Math.max(...used) >= SAVE_FROM ? 'saving' : 'normal'
}

/** The cap that is used up furthest: the day's where both are. Null without caps. */
export function tightest(allowance: Allowance, spent: Spent): Period | null {
  const used = (period: Period) => spent[period] / (allowance[period] ?? Number.POSITIVE_INFINITY)
  const capped = PERIODS.filter((period) => allowance[period] !== null)
  return capped.toSorted((a, b) => used(b) - used(a))[0] ?? null
}

/** A level as bad as `at`, or worse. */
export const isAtLeast = (level: Level, at: Level): boolean => LEVELS.indexOf(level) >= LEVELS.indexOf(at)

/** The day of an allowance at a moment (UTC ms), in its own zone. */
export const dayOf = (allowance: Allowance, at: number): LocalDate => dateAt(at, allowance.zone)

/** When the next day or month of an allowance begins, UTC ms. */
export function nextPeriod(allowance: Allowance, at: number, period: Period): number {
  const today = dayOf(allowance, at)
  // The 28th is in every month, and four days later it is the next.
  const next = period === 'day' ? addDays(today, 1) : `${addDays(`${today.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
  return instantOf(`${next}T00:00`, allowance.zone)
}
