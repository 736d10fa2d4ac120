import { z } from 'zod'
import { type Clock, HOUR, MINUTE } from '../../model/clock.ts'
import type { Library } from './library.ts'
import { failureOf, type Reply } from './reply.ts'
import { hasScope } from './scope.ts'

const REFUSED = z.object({ error: z.string(), error_description: z.string().optional() })
const FIRST_PAUSE = 5 * MINUTE
const LONGEST_PAUSE = HOUR

/** Why Google gives no access token: its OAuth code, and what it says about it. */
export interface NoAccess {
  code: string
  said: string
}

/** The access token of the hour. Where Google refuses one, it is left alone for a while, longer each time. */
export class Access {
  readonly #oauth: Library['oauth']
  readonly #clock: Clock
  #pause = 0
  #doubted = false
  /** The one question that is under way. */
  #asking: Promise<NoAccess | { reason: string } | null> | null = null
  #closedUntil = Number.NEGATIVE_INFINITY

  constructor(oauth: Library['oauth'], clock: Clock) {
    this.#oauth = oauth
    this.#clock = clock
  }

  /** Makes sure that there is a token. Nothing of the call for which it is has left where it answers with a reply. */
  async ready(): Promise<Reply<never> | null> {
    const wait = this.#closedUntil - this.#clock.steady()
    if (wait > 0) return { kind: 'access', reason: 'auth', after: wait }
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null
    })
    const outcome = await this.#asking
    if (outcome === null) return null
    if ('code' in outcome) return this.#close()
    return { kind: 'unsent', reason: outcome.reason }
  }

  /** Asks Google for a new token in spite of any pause: for examinations and probes. Null: there is one. */
  renew(): Promise<NoAccess | { reason: string } | null> {
    this.#forget()
    return this.#ask()
  }

  async #ask(): Promise<NoAccess | { reason: string } | null> {
    try {
      await this.#oauth.getAccessToken()
      this.#pause = 0
      this.#closedUntil = Number.NEGATIVE_INFINITY
      return null
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind !== 'answer') return { reason: failure.reason }
      const refused = REFUSED.safeParse(failure.body)
      if (!refused.success || failure.status >= 500) return { reason: `HTTP ${failure.status}` }
      return { code: refused.data.error, said: refused.data.error_description ?? '' }
    }
  }

  /** Whether the consent holds the scope that is needed; null where Google does not say. After `renew`. */
  scope = (): Promise<boolean | null> => hasScope(this.#oauth)

  /** YouTube took a token. */
  worked(): void {
    this.#doubted = false
  }

  /** What the next call goes with. */
  get token(): string | null {
    return this.#oauth.credentials.access_token ?? null
  }

  /** YouTube refused this token: another one is asked for at the next call. Where that was refused too, there is a pause. */
  refused(token: string | null): Reply<never> | null {
    // Another call met the same, and it was dealt with.
    if (token !== this.token) return null
    this.#forget()
    if (this.#doubted) return this.#close()
    this.#doubted = true
    return null
  }

  #forget(): void {
    this.#oauth.setCredentials({ refresh_token: this.#oauth.credentials.refresh_token ?? null })
  }

  /** Begins a pause, once for all that wait for the same token. */
  #close(): Reply<never> {
    const steady = this.#clock.steady()
    if (this.#closedUntil <= steady) {
      this.#pause = Math.min(LONGEST_PAUSE, this.#pause === 0 ? FIRST_PAUSE : 2 * this.#pause)
      this.#closedUntil = steady + this.#pause
    }
    return { kind: 'access', reason: 'auth', after: this.#closedUntil - steady }
  }
}
