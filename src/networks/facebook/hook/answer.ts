import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { HookAnswer, HookRequest } from '../../network.ts'

/** A delivery holds up to 1,000 changes; more than this is none of Facebook's, and not worth a signature. */
const MOST = 2 * 1024 * 1024
const SIGNATURE = /^sha256=([0-9a-f]{64})$/
const CHALLENGE = /^[\w-]{1,200}$/

const REFUSED: HookAnswer = { status: 403, body: 'no' }

/**
 * Registers and verifies. Whatever is not exactly as Facebook sends it is refused before it costs anything; the body is
 * not parsed here. @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started
 */
export const answerHook = (verifyToken: string, appSecret: string): ((request: HookRequest) => HookAnswer) => {
  const word = digest(verifyToken)
  return ({ method, headers, query, body }) => {
    if (method === 'GET') return register(word, query)
    const given = SIGNATURE.exec(headers['x-hub-signature-256'] ?? '')?.[1]
    if (given === undefined) return REFUSED
    if (body.length > MOST) return { status: 413, body: 'too long' }
    const right = createHmac('sha256', appSecret).update(body).digest()
    if (!timingSafeEqual(right, Buffer.from(given, 'hex'))) return REFUSED
    return { status: 200, body: 'EVENT_RECEIVED', store: body.toString('utf8') }
  }
}

function register(word: Buffer, query: URLSearchParams): HookAnswer {
  const challenge = query.get('hub.challenge') ?? ''
  const right = timingSafeEqual(word, digest(query.get('hub.verify_token') ?? ''))
  if (!right || query.get('hub.mode') !== 'subscribe') return REFUSED
  if (!CHALLENGE.test(challenge)) return { status: 400, body: 'no challenge' }
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: challenge }
}

/** Of one length whatever was given, so that the comparison tells nothing by its time. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
