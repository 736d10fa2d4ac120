import type { Keys } from './keys.ts'
import { Refused } from './refused.ts'
import type { Call } from './types.ts'

const v1 = (status: number, code: number, label: string, message: string) =>
  new Refused(status, { errors: [{ code, label, message }] }, 'application/json')

/**
 * POST /oauth2/token: a token for the app by itself, for its key and secret. It is how a wrong consumer key is told from a
 * wrong access token. Its answers: developer.x.com/en/docs/authentication/api-reference/token
 */
export function appToken(keys: Keys, { method, headers, body }: Call): Record<string, unknown> {
  const grant = (body as Record<string, string> | undefined)?.grant_type
  if (method !== 'POST' || grant !== 'client_credentials') {
    throw v1(403, 170, 'authenticity_token_error', 'Missing required parameter: grant_type')
  }
  const [, basic = ''] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? []
  const [key = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':').map(decodeURIComponent)
  if (key !== keys.apiKey || secret !== keys.apiSecret) {
    throw v1(403, 99, 'authenticity_token_error', 'Unable to verify your credentials')
  }
  return { token_type: 'bearer', access_token: keys.bearer() }
}
