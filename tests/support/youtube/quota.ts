import type { Clock } from '../../../src/model/clock.ts'
import { ApiError } from './api-error.ts'

/** What a call costs, whether or not it succeeds: developers.google.com/youtube/v3/determine_quota_cost. */
const COSTS: Readonly<Record<string, number>> = {
  'comments.insert': 50,
  'comments.setModerationStatus': 50,
  'comments.delete': 50,
}

/** The units of one Google project: they come back at midnight in California. */
export class Quota {
  /** Null: as much as one likes. */
  perDay: number | null
  /** Units asked for, a Californian day (`YYYY-MM-DD`); refused calls count too. */
  readonly spent = new Map<string, number>()
  readonly #clock: Clock
  readonly #day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Los_Angeles', dateStyle: 'short' })

  constructor(clock: Clock, perDay: number | null) {
    this.#clock = clock
    this.perDay = perDay
  }

  get today(): string {
    return this.#day.format(this.#clock.now())
  }

  /** @throws {ApiError} 403 quotaExceeded where it would go over */
  charge(method: string): void {
    const spent = (this.spent.get(this.today) ?? 0) + (COSTS[method] ?? 1)
    this.spent.set(this.today, spent)
    if (this.perDay !== null && spent > this.perDay) {
      const message =
        'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.'
      throw new ApiError(403, 'quotaExceeded', message, 'youtube.quota')
    }
  }
}
