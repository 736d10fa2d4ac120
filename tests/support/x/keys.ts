import { randomBytes } from 'node:crypto'
import { baseOf, membersOf, same, signed } from './oauth1.ts'
import { unauthorized } from './refused.ts'
import type { Access, Call, Caller } from './types.ts'

interface Token {
  key: string
  secret: string
  user: string
  access: Access
  revoked: boolean
}

/** How far a timestamp may be off, in s: X gave code 135 beyond five minutes. */
const TOLERANCE = 300

/** The app's keys, the tokens that were made for it, and who a request comes from. */
export class Keys {
  readonly apiKey: string
  readonly apiSecret: string
  readonly #tokens = new Map<string, Token>()
  readonly #bearers = new Set<string>()
  readonly #nonces = new Map<string, number>()
  readonly #host: string
  /** The wall clock, UTC ms: libraries stamp with the machine's own, whatever clock a test gives. */
  wall: () => number = Date.now
  /** Why requests were not let in, for a test to look at; X does not tell. */
  readonly refusals: string[] = []

  constructor(keys: { apiKey?: string; apiSecret?: string }, host = 'api.x.com') {
    this.apiKey = keys.apiKey ?? random(18)
    this.apiSecret = keys.apiSecret ?? random(36)
    this.#host = host
  }

  /** Makes a token of an account for the app. */
  grant(user: string, access: Access, given: { key?: string; secret?: string } = {}): Token {
    const key = given.key ?? `${user}-${random(24)}`
    const token = { key, secret: given.secret ?? random(32), user, access, revoked: false }
    this.#tokens.set(key, token)
    return token
  }

  of(key: string): Token {
    const token = this.#tokens.get(key)
    if (!token) throw new Error('no such token')
    return token
  }

  bearer(): string {
    const token = `AAAAAAAAAAAAAAAAAAAAA${random(40)}`
    this.#bearers.add(token)
    return token
  }

  /** @throws {Refused} 401, whatever is wrong */
  callerOf(call: Call): Caller {
    const header = call.headers.authorization ?? ''
    const [, bearer] = /^Bearer (.+)$/.exec(header) ?? []
    if (bearer) return this.#bearers.has(bearer) ? app(bearer) : this.#refuse('unknown bearer token')
    const members = membersOf(header)
    if (!members) return this.#refuse('no authorization of OAuth 1.0a')
    return this.#signedBy(members, call)
  }

  #signedBy(members: Map<string, string>, call: Call): Caller {
    const of = (name: string) => members.get(`oauth_${name}`) ?? ''
    if (of('signature_method') !== 'HMAC-SHA1') return this.#refuse('not HMAC-SHA1')
    if (members.has('oauth_version') && of('version') !== '1.0') return this.#refuse('not version 1.0')
    if (of('consumer_key') !== this.apiKey) return this.#refuse('unknown consumer key')
    const token = this.#tokens.get(of('token'))
    if (!token) return this.#refuse('unknown access token')
    if (token.revoked) return this.#refuse('revoked access token')
    if (!same(of('signature'), this.#signature(members, call, token))) return this.#refuse('wrong signature')
    const stale = this.#staleness(of('timestamp'), of('nonce'), token.key)
    if (stale) return this.#refuse(stale)
    return { kind: 'user', user: token.user, access: token.access, token: token.key }
  }

  #signature(members: Map<string, string>, { method, path, query, contentType, raw }: Call, token: Token): string {
    const parameters = [...members].filter(([name]) => name !== 'oauth_signature' && name !== 'realm')
    parameters.push(...query)
    if (contentType?.startsWith('application/x-www-form-urlencoded')) {
      parameters.push(...new URLSearchParams(raw.toString('utf8')))
    }
    return signed(baseOf(method, `https://${this.#host}${path}`, parameters), this.apiSecret, token.secret)
  }

  #staleness(timestamp: string, nonce: string, token: string): string | null {
    const now = Math.floor(this.wall() / 1_000)
    if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Number(timestamp) - now) > TOLERANCE) return 'timestamp out of bounds'
    if (nonce === '') return 'no nonce'
    const once = `${token} ${timestamp} ${nonce}`
    if (this.#nonces.has(once)) return 'nonce used before'
    for (const [old, at] of this.#nonces) {
      if (at >= now - 2 * TOLERANCE) break
      this.#nonces.delete(old)
    }
    this.#nonces.set(once, now)
    return null
  }

  #refuse(why: string): never {
    this.refusals.push(why)
    throw unauthorized()
  }
}

const app = (token: string): Caller => ({ kind: 'app', user: null, access: 'read', token })
const random = (bytes: number): string => randomBytes(bytes).toString('base64url').replace(/[-_]/g, 'x')
