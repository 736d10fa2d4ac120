import { type Clock, MINUTE } from '../../model/clock.ts'
import type { Reply } from './parts.ts'
import { Told } from './told.ts'

/** Tells that a person must mend something, or that it is mended; the facts say what. */
export type TellTrouble = (code: string, facts: Record<string, string>, mended?: boolean) => void

/** Slack's errors for a token that is no good (any more). */
export const BAD_TOKEN: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'not_allowed_token_type',
])
/** A line that is down for a moment mends itself. */
const PATIENCE = MINUTE

/** Which token a call was made with: the bot's, or the app's for the socket. */
export type TokenName = 'bot' | 'app'
const TOKEN_TROUBLE = { bot: 'slack-token', app: 'slack-app-token' } as const

/** Learns from every reply how the connection with Slack is, and tells of each trouble once until it is mended. */
export class Health {
  readonly #clock: Clock
  readonly #tell: TellTrouble
  /** Steady ms of the first call in a row that got no answer. */
  #silentSince: number | null = null
  readonly #told: Told
  /** Method → the scope that it missed. */
  readonly #missing = new Map<string, string>()

  constructor(clock: Clock, tell: TellTrouble) {
    this.#clock = clock
    this.#tell = tell
    this.#told = new Told(tell)
  }

  get reachable(): boolean {
    return this.#silentSince === null && !this.#told.has(TOKEN_TROUBLE.bot)
  }

  saw(method: string, token: TokenName, reply: Reply): void {
    if (reply.kind === 'lost' || reply.kind === 'unsent') {
      this.#silence(reply.reason)
      return
    }
    this.#silentSince = null
    this.#told.now('slack-unreachable', null)
    this.#told.now('slack-proxy', null)
    // A 429 may come from somebody who has not looked at the token yet.
    if (reply.kind === 'limited') return
    if (reply.kind === 'refused' && BAD_TOKEN.has(reply.error)) {
      this.#told.now(TOKEN_TROUBLE[token], { error: reply.error })
      return
    }
    this.#told.now(TOKEN_TROUBLE[token], null)
    if (reply.kind === 'ok') this.#has(method)
    else if (reply.error === 'missing_scope') this.#misses(method, reply.needed ?? method)
  }

  #silence(reason: string): void {
    this.#silentSince ??= this.#clock.steady()
    if (this.#clock.steady() - this.#silentSince < PATIENCE) return
    if (this.#told.has('slack-proxy') || this.#told.has('slack-unreachable')) return
    this.#told.now(reason.startsWith('proxy') ? 'slack-proxy' : 'slack-unreachable', { reason })
  }

  #misses(method: string, scope: string): void {
    const known = [...this.#missing.values()].includes(scope)
    this.#missing.set(method, scope)
    if (!known) this.#tell('slack-scope', { scope, method })
  }

  #has(method: string): void {
    const scope = this.#missing.get(method)
    if (scope === undefined) return
    const [first = method] = [...this.#missing].find(([, missed]) => missed === scope) ?? []
    for (const [other, missed] of this.#missing) if (missed === scope) this.#missing.delete(other)
    this.#tell('slack-scope', { scope, method: first }, true)
  }
}
