import type { Logger } from 'pino'
import { z } from 'zod'
import { type Clock, MINUTE } from '../../../model/clock.ts'
import type { RawAnswer, RawRequest } from '../../chat.ts'
import type { TellTrouble } from '../health.ts'
import type { Gate } from './gate.ts'
import { isFromSlack } from './signature.ts'

interface WebhookParts {
  secret: string
  clock: Clock
  log: Logger
  trouble: TellTrouble
  /** Null before the station listens and after it has stopped. */
  gate(): Gate | null
}

/** So many refused requests in a row, none good between them, and it may be our secret that is wrong. */
const SUSPICIOUS = 3
/** Where a good one came so lately, our secret is right: then strangers are refused and logged, and the team is left in peace. */
const PROVEN = 10 * MINUTE
const BODY = z.record(z.string(), z.unknown())
const CHALLENGE = z.object({ type: z.literal('url_verification'), challenge: z.string().max(500) })

/** What Slack sends to the station's port. A request that does not prove itself is not looked into. */
export function createWebhook({ secret, clock, log, trouble, gate }: WebhookParts) {
  let refused = 0
  /** Steady ms of the last request that was Slack's. */
  let good = Number.NEGATIVE_INFINITY
  let isTold = false
  return async (request: RawRequest): Promise<RawAnswer> => {
    if (!isFromSlack(request, secret, clock.now())) {
      refused += 1
      log.warn({ refused, timestamp: moment(request) }, 'slack: a request without a good signature was refused')
      if (!isTold && refused >= SUSPICIOUS && clock.steady() - good >= PROVEN) {
        isTold = true
        trouble('slack-signature', {})
      }
      return empty(401)
    }
    if (isTold) trouble('slack-signature', {}, true)
    isTold = false
    refused = 0
    good = clock.steady()
    const body = bodyOf(request)
    if (body === null) return empty(400)
    if ('ssl_check' in body) return empty(200)
    const asked = CHALLENGE.safeParse(body)
    if (asked.success) return json({ challenge: asked.data.challenge })
    const open = gate()
    return open === null ? empty(503) : passed(open, body)
  }
}

const passed = (gate: Gate, body: object): Promise<RawAnswer> =>
  new Promise((resolve) => {
    const answer = async (response: unknown) => resolve(response === undefined ? empty(200) : json(response))
    gate.take(body, answer).then(
      (kept) => resolve(empty(kept ? 200 : 503)),
      () => resolve(empty(503)),
    )
  })

/** Events are JSON; commands are a form, and interactions a form with JSON in it. */
function bodyOf({ headers, body }: RawRequest): Record<string, unknown> | null {
  try {
    if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return BODY.parse(JSON.parse(body))
    const form = new URLSearchParams(body)
    const payload = form.get('payload')
    return payload === null ? Object.fromEntries(form) : BODY.parse(JSON.parse(payload))
  } catch {
    return null
  }
}

const moment = ({ headers }: RawRequest): string => (headers['x-slack-request-timestamp'] ?? '').slice(0, 20)
const empty = (status: number): RawAnswer => ({ status, headers: {}, body: '' })
const json = (body: unknown): RawAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
