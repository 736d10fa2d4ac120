import { type Clock, DAY, MINUTE } from '../../../src/model/clock.ts'

/** What one endpoint lets through. */
interface Limit {
  most: number
  window: number
}

const quarter = (most: number): Limit => ({ most, window: 15 * MINUTE })
const day = (most: number): Limit => ({ most, window: DAY })

/**
 * For each user, from docs.x.com/x-api/fundamentals/rate-limits (September 2026). Of limits for the whole app only what is
 * lower than what one user may do would matter, and there is none. POST /2/tweets stood at 200 in older pages: the lowest
 * is taken.
 */
export const PER_USER: Readonly<Record<string, readonly Limit[]>> = {
  'GET /2/users/me': [quarter(75)],
  'GET /2/users/{id}': [quarter(900)],
  'GET /2/users/by/username/{username}': [quarter(900)],
  'GET /2/users/{id}/mentions': [quarter(300)],
  'GET /2/users/{id}/tweets': [quarter(900)],
  'GET /2/tweets': [quarter(5_000)],
  'GET /2/tweets/{id}': [quarter(900)],
  'GET /2/tweets/search/recent': [quarter(300)],
  'POST /2/tweets': [quarter(100)],
  'DELETE /2/tweets/{id}': [quarter(50)],
  'POST /2/users/{id}/likes': [quarter(50), day(1_000)],
  'DELETE /2/users/{id}/likes/{tweet_id}': [quarter(50), day(1_000)],
  'GET /2/dm_events': [quarter(15)],
  'GET /2/dm_events/{event_id}': [quarter(15)],
  'GET /2/dm_conversations/{id}/dm_events': [quarter(15)],
  'GET /2/dm_conversations/with/{participant_id}/dm_events': [quarter(15)],
  'POST /2/dm_conversations/with/{participant_id}/messages': [quarter(15), day(1_440)],
  'POST /2/dm_conversations/{dm_conversation_id}/messages': [quarter(15), day(1_440)],
  'DELETE /2/dm_events/{event_id}': [quarter(300), day(1_500)],
  'POST /2/media/upload/initialize': [quarter(1_875)],
  'POST /2/media/upload/{id}/append': [quarter(1_875)],
  'POST /2/media/upload/{id}/finalize': [quarter(1_875)],
  'GET /2/media/upload': [quarter(1_000)],
  'POST /2/media/metadata': [quarter(500)],
}

/** For the app by itself, from the same page. */
export const PER_APP: Readonly<Record<string, readonly Limit[]>> = {
  'GET /2/users/{id}': [quarter(300)],
  'GET /2/users/by/username/{username}': [quarter(300)],
  'GET /2/users/{id}/mentions': [quarter(450)],
  'GET /2/users/{id}/tweets': [quarter(10_000)],
  'GET /2/tweets': [quarter(3_500)],
  'GET /2/tweets/{id}': [quarter(450)],
  'GET /2/tweets/search/recent': [quarter(450)],
}

interface Counted {
  used: number
  /** UTC ms, a whole second. */
  reset: number
}
export interface Verdict {
  allowed: boolean
  headers: Record<string, string>
}

/** What the headers say where limits are off, for runs that are to go as fast as they can. */
const BOUNDLESS = 1_000_000

/** Fixed windows that begin with their first request, as X's do. */
export class Limits {
  on: boolean
  /** Requests beyond a limit, by endpoint: what a client that minds the headers never makes. */
  readonly overruns: Record<string, number> = {}
  readonly #clock: Clock
  readonly #counted = new Map<string, Counted>()

  constructor(clock: Clock, on: boolean) {
    this.#clock = clock
    this.on = on
  }

  take(endpoint: string, who: string, table: Readonly<Record<string, readonly Limit[]>>): Verdict {
    const limits = table[endpoint] ?? []
    const counted = limits.map((limit) => ({ limit, of: this.#window(`${who} ${endpoint} ${limit.window}`, limit) }))
    const over = this.on ? counted.find(({ limit, of }) => of.used >= limit.most) : undefined
    if (over) this.overruns[endpoint] = (this.overruns[endpoint] ?? 0) + 1
    else for (const { of } of counted) of.used++
    if (!this.on) return { allowed: true, headers: headersOf(BOUNDLESS, { used: 0, reset: counted[0]?.of.reset ?? 0 }) }
    const [told] = over ? [over] : counted
    return { allowed: !over, headers: told ? headersOf(told.limit.most, told.of) : {} }
  }

  /** How much of its smallest window is used. */
  used(endpoint: string, who: string): number {
    const [limit] = PER_USER[endpoint] ?? []
    return limit ? this.#window(`${who} ${endpoint} ${limit.window}`, limit).used : 0
  }

  forget(): void {
    this.#counted.clear()
  }

  #window(key: string, { window }: Limit): Counted {
    const now = this.#clock.now()
    const counted = this.#counted.get(key)
    if (counted && counted.reset > now) return counted
    const fresh = { used: 0, reset: Math.ceil((now + window) / 1_000) * 1_000 }
    this.#counted.set(key, fresh)
    return fresh
  }
}

const headersOf = (most: number, { used, reset }: Counted): Record<string, string> => ({
  'x-rate-limit-limit': String(most),
  'x-rate-limit-remaining': String(Math.max(0, most - used)),
  'x-rate-limit-reset': String(reset / 1_000),
})
