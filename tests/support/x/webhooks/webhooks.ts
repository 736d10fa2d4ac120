import { randomBytes } from 'node:crypto'
import { keep } from '../../slack/kept.ts'
import type { Keys } from '../keys.ts'
import { serialised, signature } from './sign.ts'

/** One delivery and what came of it. */
export interface Delivery {
  body: string
  signature: string | null
  /** 0 where nobody answered in time. */
  status: number
}

/** X waits ten seconds: docs.x.com/x-api/webhooks/introduction. */
const PATIENCE = 10_000

/** The one webhook of the app, and its account's subscription to it. */
export class Webhooks {
  /** Where it is, as a URL; null where the app has none. */
  url: string | null = null
  /** Whether the last CRC went well; without it nothing is delivered. */
  valid = false
  /** What was sent, true and forged, oldest first. */
  readonly sent: Delivery[] = []
  readonly #keys: Keys
  readonly #under = new Set<Promise<unknown>>()

  constructor(keys: Keys) {
    this.#keys = keys
  }

  /** Registers an address: X asks it for a CRC at once. Answers whether that went well. */
  register(url: string): Promise<boolean> {
    this.url = url
    return this.crc()
  }

  /** The challenge that X sends at registration and every hour. */
  async crc(token = randomBytes(16).toString('base64url')): Promise<boolean> {
    const { status, body } = await this.ask(
      `?crc_token=${encodeURIComponent(token)}&nonce=${randomBytes(8).toString('hex')}`,
    )
    this.valid = status === 200 && tokenIn(body) === signature(this.#keys.apiSecret, token)
    return this.valid
  }

  /** Sends what happened, while the webhook is good. Not awaited by what made it happen: see `settled`. */
  tell(payload: unknown): void {
    if (this.url === null || !this.valid) return
    const under = this.deliver(serialised(payload)).finally(() => this.#under.delete(under))
    this.#under.add(under)
  }

  /** Until all that was told has been answered. */
  async settled(): Promise<void> {
    while (this.#under.size > 0) await Promise.all(this.#under)
  }

  /** One delivery, signed as X does unless another signature is given; null leaves it out. */
  async deliver(
    body: string | Buffer,
    signed: string | null = signature(this.#keys.apiSecret, body),
  ): Promise<Delivery> {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (signed !== null) headers['x-twitter-webhooks-signature'] = signed
    const { status } = await this.ask('', { method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) })
    const delivery = { body: body.toString(), signature: signed, status }
    keep(this.sent, delivery, 10_000)
    return delivery
  }

  /** The same bytes again, as X does at times: of the last, or of any earlier. */
  redeliver(back = 1): Promise<Delivery> {
    const { body, signature: signed } = this.#earlier(back)
    return this.deliver(body, signed)
  }

  /** A body of somebody else, signed with another key, or without any signature. */
  forge(payload: unknown, how: 'other-key' | 'unsigned' | 'garbage' = 'other-key'): Promise<Delivery> {
    const body = serialised(payload)
    const signatures = { 'other-key': signature('somebody else', body), unsigned: null, garbage: 'sha256=AAAA' }
    return this.deliver(body, signatures[how])
  }

  /** An earlier delivery with its true signature, but other bytes that say the same. */
  reserialise(back = 1): Promise<Delivery> {
    const { body, signature: signed } = this.#earlier(back)
    return this.deliver(JSON.stringify(JSON.parse(body), null, 1), signed)
  }

  /** An earlier delivery that lost its end on the way. */
  truncate(back = 1): Promise<Delivery> {
    const { body, signature: signed } = this.#earlier(back)
    return this.deliver(body.slice(0, Math.floor(body.length / 2)), signed)
  }

  /** Signed, and far bigger than anything X sends. */
  oversize(bytes = 10 * 1_024 * 1_024): Promise<Delivery> {
    return this.deliver(serialised({ for_user_id: '1', tweet_create_events: [], padding: 'x'.repeat(bytes) }))
  }

  /** A plain request to the webhook. */
  async ask(query: string, init: RequestInit = {}): Promise<{ status: number; body: string }> {
    if (this.url === null) throw new Error('no webhook is registered')
    try {
      const answer = await fetch(`${this.url}${query}`, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE),
      })
      return { status: answer.status, body: await answer.text() }
    } catch {
      return { status: 0, body: '' }
    }
  }

  #earlier(back: number): Delivery {
    const earlier = this.sent.at(-back)
    if (!earlier) throw new Error('nothing was delivered yet')
    return earlier
  }
}

function tokenIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { response_token?: unknown }).response_token
  } catch {
    return undefined
  }
}
