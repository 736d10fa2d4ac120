/**
 * Two readings of time. `now` is the wall clock, UTC milliseconds, and may step; `steady` never steps: the wall clock
 * at the start of the process plus what the monotonic clock has counted since. Holds and backoff use `steady`.
 */
export interface Clock {
  now(): number
  steady(): number
  /** Resolves after `ms` milliseconds of steady time, or at once when `signal` is aborted; it never rejects. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
