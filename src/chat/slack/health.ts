import { type Clock, MINUTE } from '../../model/clock.ts'
import type { Reply } from './parts.ts'

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

/** Which token a call was made with, as the settings name it. */
export type TokenName = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'

/** Learns from every reply how the connection with Slack is, and tells of each trouble once until it is mended. */
export class Health {
  readonly #clock: Clock
  readonly #tell: TellTrouble
  /** Steady ms of the first call in a row that got no answer. */
  #silentSince: number | null = null
  #told = false
  readonly #badTokens = new Set<TokenName>()
  /** Method → the scope that it missed. */
  readonly #missing = new Map<string, string>()

  constructor(clock: Clock, tell: TellTrouble) {
    this.#clock = clock
    this.#tell = tell
  }

  get reachable(): boolean {
    return this.#silentSince === null && !this.#badTokens.has('SLACK_BOT_TOKEN')
  }

  saw(method: string, token: TokenName, reply: Reply): void {
    if (reply.kind === 'lost' || reply.kind === 'unsent') {
      this.#silence()
      return
    }
    this.#voice()
    // A 429 may come from somebody who has not looked at the token yet.
    if (reply.kind === 'limited') return
    if (reply.kind === 'refused' && BAD_TOKEN.has(reply.error)) {
      this.#badToken(token)
      return
    }
    if (this.#badTokens.delete(token)) this.#tell('slack-token', { token }, true)
    if (reply.kind === 'ok') this.#has(method)
    else if (reply.error === 'missing_scope') this.#misses(method, reply.needed ?? method)
  }

  #silence(): void {
    this.#silentSince ??= this.#clock.steady()
    if (this.#told || this.#clock.steady() - this.#silentSince < PATIENCE) return
    this.#told = true
    this.#tell('slack-unreachable', {})
  }

  #voice(): void {
    this.#silentSince = null
    if (this.#told) this.#tell('slack-unreachable', {}, true)
    this.#told = false
  }

  #badToken(token: TokenName): void {
    if (this.#badTokens.has(token)) return
    this.#badTokens.add(token)
    this.#tell('slack-token', { token })
  }

  #misses(method: string, scope: string): void {
    const known = [...this.#missing.values()].includes(scope)
    this.#missing.set(method, scope)
    if (!known) this.#tell('slack-scope', { scope })
  }

  #has(method: string): void {
    const scope = this.#missing.get(method)
    if (scope === undefined) return
    for (const [other, missed] of this.#missing) if (missed === scope) this.#missing.delete(other)
    this.#tell('slack-scope', { scope }, true)
  }
}
