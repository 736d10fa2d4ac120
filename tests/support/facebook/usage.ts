import { oauth, refusalOf } from './refusal.ts'

const HOUR = 3_600_000

/**
 * How much of what a page may ask was used, in a rolling hour, and the headers that say so.
 * @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
export class Usage {
  /** Calls in an hour; 0: as many as anybody likes. */
  perHour = 0
  /** Refuse so many of the next calls with this code, or all of them until it is taken away. */
  refusing: { code: number; subcode?: number; times: number } | null = null
  readonly #calls: number[] = []
  readonly #now: () => number
  readonly #page: string
  constructor(page: string, now: () => number) {
    this.#page = page
    this.#now = now
  }

  /** @throws {Refusal} where the call comes over the limit */
  count(): void {
    const now = this.#now()
    while (this.#calls[0] !== undefined && this.#calls[0] <= now - HOUR) this.#calls.shift()
    this.#calls.push(now)
    const { refusing } = this
    if (refusing) {
      refusing.times -= 1
      if (refusing.times <= 0) this.refusing = null
      throw refusing.code === 190
        ? oauth(190, 'Error validating access token', refusing.subcode)
        : refusalOf(refusing.code, refusing.subcode)
    }
    if (this.perHour > 0 && this.#calls.length > this.perHour) throw refusalOf(80001)
  }

  get calls(): number {
    return this.#calls.length
  }

  headers(): Record<string, string> {
    const used = this.perHour === 0 ? 0 : Math.min(100, Math.floor((this.#calls.length / this.perHour) * 100))
    const first = this.#calls[0] ?? this.#now()
    const regain = used < 100 ? 0 : Math.ceil((first + HOUR - this.#now()) / 60_000)
    const share = { call_count: used, total_cputime: Math.floor(used / 2), total_time: Math.floor(used / 2) }
    return {
      'x-app-usage': JSON.stringify(share),
      'x-business-use-case-usage': JSON.stringify({
        [this.#page]: [{ type: 'pages', ...share, estimated_time_to_regain_access: regain }],
      }),
    }
  }
}
