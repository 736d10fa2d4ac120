import { DAY, HOUR, MINUTE, SECOND } from '../model/clock.ts'

const LONGEST_PAUSE = MINUTE
/** Our budget comes back by itself, or when somebody raises it: so long it is left alone where nobody says. */
const SAVING_PAUSE = 15 * MINUTE

/** What a network says of its failure beside the message: a code such as `auth`, and how long to leave it alone, in ms. */
export const saidOf = (error: unknown): { code?: string; after?: number | null } =>
  error instanceof Error && error.name === 'SourceFailed' ? (error as { code?: string; after?: number | null }) : {}

/** Our own cap is reached: nothing is wrong with the network. */
export const isBudget = (error: unknown): boolean => saidOf(error).code === 'budget'

/** A pause that was asked for, in ms; a timer cannot count more than 24 days. */
export const bounded = (asked: number): number => Math.min(asked, DAY)

/** How long to wait after so many failures in a row, in ms: doubling from a second to a minute, longer where asked. */
export function pauseAfter(error: unknown, failures: number): number {
  const { after } = saidOf(error)
  if (isBudget(error)) return Math.max(SECOND, Math.min(after ?? SAVING_PAUSE, HOUR))
  return Math.max(bounded(after ?? 0), Math.min(LONGEST_PAUSE, SECOND * 2 ** Math.min(Math.max(0, failures - 1), 6)))
}
