import type { Clock } from '../../../src/model/clock.ts'
import { systemClock } from '../../../src/system-clock.ts'
import { type Validator, validatorOf } from '../openapi/validator.ts'
import { Faults } from '../slack/faults.ts'
import { Waiting } from '../slack/waiting.ts'
import { Costs } from './costs.ts'
import { Journal } from './journal.ts'
import { Keys } from './keys.ts'
import { KNOWN_OFF } from './known-off.ts'
import { Limits } from './limits.ts'
import { Rules } from './rules.ts'
import { State } from './state.ts'
import type { Access, Person } from './types.ts'

export interface XOptions {
  port?: number
  clock?: Clock
  /** X's rate limits; on unless it says otherwise. */
  limits?: boolean
  /** Our account's handle; `schatkamer` unless it says otherwise. */
  username?: string
  access?: Access
  apiKey?: string
  apiSecret?: string
  accessToken?: string
  accessSecret?: string
}

/** The file in ../shared/specs. */
export const DESCRIPTION = 'x-api-v2.openapi3.json'

/** One app with one account on X: what X holds, what it lets through, and what was seen of the app. */
export class X {
  readonly clock: Clock
  readonly state: State
  readonly keys: Keys
  readonly limits: Limits
  readonly rules = new Rules()
  readonly journal = new Journal()
  readonly costs = new Costs()
  readonly faults = new Faults()
  readonly description: Validator | null = validatorOf(DESCRIPTION, KNOWN_OFF)
  /** Our account. */
  readonly me: Person
  readonly accessToken: string
  readonly accessSecret: string
  /** Answers that are cut in their middle, after X took the call: how many still. */
  cuts = 0
  /** Faults of the fake itself; a test that ends with one has proved nothing. */
  readonly broken: unknown[] = []
  readonly #waiting = new Waiting()

  protected constructor(options: XOptions) {
    this.clock = options.clock ?? systemClock()
    this.state = new State(this.clock)
    this.keys = new Keys(options)
    this.limits = new Limits(this.clock, options.limits ?? true)
    this.me = this.state.people.add(options.username ?? 'schatkamer', this.clock.now())
    const token = this.keys.grant(this.me.id, options.access ?? 'read-write-directmessages', {
      ...(options.accessToken ? { key: options.accessToken } : {}),
      ...(options.accessSecret ? { secret: options.accessSecret } : {}),
    })
    this.accessToken = token.key
    this.accessSecret = token.secret
  }

  /** What an app of ours needs, as twitter-api-v2 names it. */
  get credentials() {
    const { apiKey: appKey, apiSecret: appSecret } = this.keys
    return { appKey, appSecret, accessToken: this.accessToken, accessSecret: this.accessSecret }
  }

  /** The account withdraws the app's access, or gives it back. */
  revoke(revoked = true): void {
    this.keys.of(this.accessToken).revoked = revoked
  }

  /** What the access token was made with. */
  allow(access: Access): void {
    this.keys.of(this.accessToken).access = access
  }

  /** Waits until `probe` answers with something; it is asked again after each request that was served. */
  until<T>(probe: () => T | undefined | null | false): Promise<T> {
    return this.#waiting.until(probe)
  }

  changed(): void {
    this.#waiting.lookAgain()
  }
}
