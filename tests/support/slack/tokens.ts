import { randomBytes } from 'node:crypto'
import { Declined } from './declined.ts'

export type TokenKind = 'bot' | 'app'
export type TokenState = 'good' | 'token_revoked' | 'account_inactive' | 'invalid_auth' | 'token_expired'

/** The app's two tokens and what it may do with them. */
export class Tokens {
  readonly bot: string
  readonly app: string
  readonly state: Record<TokenKind, TokenState> = { bot: 'good', app: 'good' }
  scopes: Set<string>
  readonly appScopes = new Set(['connections:write'])

  constructor(scopes: Iterable<string>, given: { botToken?: string; appToken?: string } = {}) {
    this.bot = given.botToken ?? `xoxb-${randomBytes(6).toString('hex')}-${randomBytes(12).toString('hex')}`
    this.app = given.appToken ?? `xapp-1-${randomBytes(6).toString('hex')}-${randomBytes(12).toString('hex')}`
    this.scopes = new Set(scopes)
  }

  /** Says which token this is, or refuses it with Slack's word for what is wrong. */
  check(token: string, wanted: TokenKind | 'any'): TokenKind {
    if (token === '') throw new Declined('not_authed')
    const kind = token === this.bot ? 'bot' : token === this.app ? 'app' : null
    if (!kind) throw new Declined('invalid_auth')
    if (this.state[kind] !== 'good') throw new Declined(this.state[kind])
    if (wanted !== 'any' && kind !== wanted) throw new Declined('not_allowed_token_type')
    return kind
  }

  /** One of `needed` is enough, as for methods that Slack opened to narrower scopes later. */
  need(kind: TokenKind, needed: readonly string[]): void {
    const provided = kind === 'bot' ? this.scopes : this.appScopes
    if (needed.length === 0 || needed.some((scope) => provided.has(scope))) return
    throw new Declined('missing_scope', { needed: needed[0], provided: [...provided].join(',') })
  }
}
