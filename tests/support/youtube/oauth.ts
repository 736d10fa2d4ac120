import { randomBytes } from 'node:crypto'
import { type Clock, SECOND } from '../../../src/model/clock.ts'
import { ApiError } from './api-error.ts'

export const FORCE_SSL = 'https://www.googleapis.com/auth/youtube.force-ssl'
export const READ_ONLY = 'https://www.googleapis.com/auth/youtube.readonly'
const LIFE = 3_599 * SECOND

interface Answer {
  status: number
  body: object
}
const no = (status: number, error: string, description: string): Answer => ({
  status,
  body: { error, error_description: description },
})

/** Google's OAuth 2.0 for one client and one person's consent: developers.google.com/identity/protocols/oauth2/web-server. */
export class OAuth {
  clientId = '104210421042-schatkamer.apps.googleusercontent.com'
  clientSecret = 'GOCSPX-client-secret-of-the-tests'
  refreshToken = '1//refresh-token-of-the-tests'
  scopes: string[] = [FORCE_SSL]
  /** True once the owner took the consent back, or it ran out. */
  revoked = false
  refreshes = 0
  readonly #clock: Clock
  readonly #live = new Map<string, { until: number; scopes: string[] }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** `POST /token` with a form. */
  token(form: URLSearchParams): Answer {
    this.refreshes++
    if (form.get('grant_type') !== 'refresh_token')
      return no(400, 'unsupported_grant_type', `Invalid grant_type: ${form.get('grant_type')}`)
    if (form.get('client_id') !== this.clientId) return no(401, 'invalid_client', 'The OAuth client was not found.')
    if (form.get('client_secret') !== this.clientSecret)
      return no(401, 'invalid_client', 'The provided client secret is invalid.')
    if (form.get('refresh_token') !== this.refreshToken) return no(400, 'invalid_grant', 'Bad Request')
    if (this.revoked) return no(400, 'invalid_grant', 'Token has been expired or revoked.')
    const access = `ya29.${randomBytes(24).toString('base64url')}`
    this.#live.set(access, { until: this.#clock.now() + LIFE, scopes: [...this.scopes] })
    const scope = this.scopes.join(' ')
    return { status: 200, body: { access_token: access, expires_in: LIFE / SECOND, scope, token_type: 'Bearer' } }
  }

  /** `/tokeninfo` of an access token. */
  tokenInfo(access: string): Answer {
    const known = this.#lives(access)
    if (!known) return no(400, 'invalid_token', 'Invalid Value')
    const seconds = Math.floor((known.until - this.#clock.now()) / SECOND)
    const exp = String(Math.floor(known.until / SECOND))
    const { clientId: aud } = this
    const scope = known.scopes.join(' ')
    return { status: 200, body: { azp: aud, aud, scope, exp, expires_in: String(seconds), access_type: 'offline' } }
  }

  /** @throws {ApiError} where this access may not make a call that asks for one of `scopes` */
  admit(authorization: string, scopes: readonly string[]): void {
    const known = this.#lives(/^Bearer (\S+)$/.exec(authorization)?.[1] ?? '')
    if (!known)
      throw new ApiError(
        401,
        'authError',
        'Request had invalid authentication credentials. Expected OAuth 2 access token.',
        'global',
      )
    if (!known.scopes.some((scope) => scopes.includes(scope)))
      throw new ApiError(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.', 'global')
  }

  /** Another consent than before, from the next token on. */
  grant(...scopes: string[]): void {
    this.scopes = scopes
  }

  /** Ends the access tokens that are out, as their hour being over does. */
  expire(): void {
    this.#live.clear()
  }

  /** The owner takes the consent back: what was given out on it ends at once. */
  revoke(): void {
    this.revoked = true
    this.expire()
  }

  #lives(access: string): { until: number; scopes: string[] } | null {
    const known = this.#live.get(access)
    return known && known.until > this.#clock.now() ? known : null
  }
}
