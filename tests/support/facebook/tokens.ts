import { createHmac, timingSafeEqual } from 'node:crypto'
import { oauth, Refusal } from './refusal.ts'
import type { Author } from './types.ts'

/** All that the page's token may hold. @see https://developers.facebook.com/docs/permissions */
export const PERMISSIONS = [
  'pages_show_list',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
  'pages_manage_posts',
  'pages_manage_metadata',
  'pages_messaging',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/** How a token ended, with Graph's subcode. @see https://developers.facebook.com/docs/graph-api/guides/error-handling#authentication-subcodes */
export const ENDS = { uninstalled: 458, password: 460, expired: 463, revoked: 467, role: 492 } as const
export type TokenState = 'valid' | keyof typeof ENDS

export interface PageToken {
  kind: 'page'
  token: string
  page: Author
  state: TokenState
  /** UTC ms; 0: never, as a long-lived page token has it. */
  expires: number
  permissions: Set<Permission>
}
export interface AppToken {
  kind: 'app'
  token: string
}
export type Token = PageToken | AppToken

const SAYS: Readonly<Record<keyof typeof ENDS, string>> = {
  uninstalled: 'Error validating access token: The user has not authorized application.',
  password:
    'Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
  expired: 'Error validating access token: Session has expired.',
  revoked: 'The access token is invalid since the user has revoked it.',
  role: 'Error validating access token: Sessions for the user are not allowed because the user is not an administrator of the page.',
}

export class Tokens {
  readonly app: { id: string; secret: string; name: string }
  readonly page: PageToken
  readonly #all = new Map<string, PageToken>()
  /** What `/oauth/access_token` gave out beside `id|secret`. */
  readonly #given = new Set<string>()
  readonly #now: () => number

  constructor(app: { id: string; secret: string; name: string }, token: string, page: Author, now: () => number) {
    this.app = app
    this.#now = now
    this.page = this.add(token, page)
  }

  add(token: string, page: Author): PageToken {
    const made: PageToken = {
      kind: 'page',
      token,
      page,
      state: 'valid',
      expires: 0,
      permissions: new Set(PERMISSIONS),
    }
    this.#all.set(token, made)
    return made
  }

  known = (token: string): PageToken | null => this.#all.get(token) ?? null

  /** How a token stands at this moment. */
  stateOf({ state, expires }: PageToken): TokenState {
    return state === 'valid' && expires !== 0 && expires <= this.#now() ? 'expired' : state
  }

  /** @throws {Refusal} 104, 190 or the proof's 100, as Graph does */
  check(token: string | undefined, proof: string | undefined): Token {
    if (token === undefined || token === '') {
      throw oauth(104, 'An access token is required to request this resource.')
    }
    const found = token.includes('|') ? this.#appToken(token) : this.#all.get(token)
    if (!found) throw oauth(190, 'Invalid OAuth access token - Cannot parse access token')
    if (found.kind === 'page') {
      const state = this.stateOf(found)
      if (state !== 'valid') throw this.dead(state)
    }
    this.#checkProof(found, proof)
    return found
  }

  dead = (state: keyof typeof ENDS): Refusal => oauth(190, SAYS[state], ENDS[state])

  /** An app token that lasts, for client credentials. */
  give(): string {
    const token = `${this.app.id}|${createHmac('sha256', this.app.secret).update('app token').digest('base64url')}`
    this.#given.add(token)
    return token
  }

  #appToken(token: string): AppToken {
    const [id, secret] = token.split('|')
    if (id !== this.app.id) throw oauth(101, 'Error validating application. Invalid application ID.')
    if (secret !== this.app.secret && !this.#given.has(token)) {
      throw oauth(190, 'Invalid OAuth access token signature.')
    }
    return { kind: 'app', token }
  }

  /** @see https://developers.facebook.com/docs/graph-api/guides/secure-requests: "Require App Secret" is on */
  #checkProof({ kind, token }: Token, proof: string | undefined): void {
    if (proof === undefined) {
      // An app token in its plain form holds the secret itself.
      if (kind === 'app') return
      throw proofRefused('API calls from the server require an appsecret_proof argument')
    }
    const right = createHmac('sha256', this.app.secret).update(token).digest()
    const given = Buffer.from(proof, 'hex')
    if (given.length !== right.length || !timingSafeEqual(given, right)) {
      throw proofRefused('Invalid appsecret_proof provided in the API argument')
    }
  }
}

const proofRefused = (message: string) => new Refusal({ message, type: 'GraphMethodException', code: 100 })
