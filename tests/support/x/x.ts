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
import type { Access, Person, Post } from './types.ts'
import { created, deleted, direct, revoked } from './webhooks/shapes.ts'
import { Webhooks } from './webhooks/webhooks.ts'

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
  readonly webhooks: Webhooks
  /** X's documents speak of deletions "by user" alone; true tells of everybody's that concerned us. */
  tellsDeletionsOfOthers = false
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
    this.webhooks = new Webhooks(this.keys)
    this.state.posts.heard = (what, post) => this.#tell(what, post)
    this.state.directs.heard = (one) => {
      if ([one.sender, one.recipient].includes(this.me.id)) this.webhooks.tell(direct(one, this.state, this.me.id))
    }
    this.accessToken = token.key
    this.accessSecret = token.secret
  }

  /** What an app of ours needs, as twitter-api-v2 names it. */
  get credentials() {
    const { apiKey: appKey, apiSecret: appSecret } = this.keys
    return { appKey, appSecret, accessToken: this.accessToken, accessSecret: this.accessSecret }
  }

  /** The account withdraws the app's access, or gives it back. */
  revoke(withdrawn = true): void {
    this.keys.of(this.accessToken).revoked = withdrawn
    if (withdrawn) this.webhooks.tell(revoked(this.me.id, this.clock.now()))
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

  /** Whom an account is told of: its own posts, and what names, answers, quotes or passes on them. */
  #tell(what: 'created' | 'deleted', post: Post): void {
    const { posts, people } = this.state
    const { id } = this.me
    const isOurs = (other: string | null) => other !== null && posts.byId(other)?.author === id
    const named = posts.mentionedIn(post.text).some((one) => one.id === id)
    const ours = post.author === id
    if (!ours && !named && !isOurs(post.inReplyTo) && !isOurs(post.quoted) && !isOurs(post.reposted)) return
    if (people.must(post.author).state === 'protected' && !ours) return
    if (what === 'created') this.webhooks.tell(created(post, this.state, id))
    else if (ours || this.tellsDeletionsOfOthers) this.webhooks.tell(deleted(post, this.clock.now(), id))
  }
}
