import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Hook, HookAnswer, HookRequest } from '../network.ts'

const HEADER = 'x-twitter-webhooks-signature'
const PREFIX = 'sha256='
/** A digest of 32 bytes in base64, with its prefix. */
const SIGNATURE = PREFIX.length + 44
/** X's tokens are far shorter; what is longer is not from X. */
const LONGEST_TOKEN = 500

/**
 * X asks with a token whether we know the app's secret, and signs with the same secret each body that it sends
 * (docs.x.com/x-api/webhooks/introduction). Without a right signature over the bytes as they came nothing is kept.
 */
export function answerHook(secret: string, request: HookRequest): HookAnswer {
  return request.method === 'GET' ? answerChallenge(secret, request) : answerDelivery(secret, request)
}

function answerChallenge(secret: string, { query }: HookRequest): HookAnswer {
  const token = query.get('crc_token')
  if (token === null || token === '' || token.length > LONGEST_TOKEN) return { status: 400, body: '' }
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_token: sign(secret, token) }),
  }
}

function answerDelivery(secret: string, { headers, body }: HookRequest): HookAnswer {
  const given = headers[HEADER] ?? ''
  // Whatever cannot be a signature is refused before any of its body is read.
  if (given.length !== SIGNATURE || !given.startsWith(PREFIX)) return { status: 403, body: '' }
  const right = Buffer.from(sign(secret, body))
  const claimed = Buffer.from(given)
  if (claimed.length !== right.length || !timingSafeEqual(claimed, right)) return { status: 403, body: '' }
  return { status: 200, body: '', store: body.toString('utf8') }
}

const sign = (secret: string, said: string | Buffer): string =>
  `${PREFIX}${createHmac('sha256', secret).update(said).digest('base64')}`

/** What X pushes. `read` gives what a body that was kept says. */
export const hookOf = (secret: string, read: Hook['read']): Hook => ({
  answer: (request) => answerHook(secret, request),
  read,
})
