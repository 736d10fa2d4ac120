import type { Graph, News } from '../graph.ts'
import { bodyOf, signatureOf } from './body.ts'

/** Beside the first try, which is repeated at once. @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started */
const AGAIN = [0, 60_000, 5 * 60_000, 30 * 60_000, 3 * 3_600_000, 12 * 3_600_000, 20 * 3_600_000]
const PATIENCE = 5_000
const AT_ONCE = 1_000

export interface Delivery {
  body: string
  /** The status of each try; 0 where there was no answer. */
  tries: number[]
  /** When it was answered with 200; null until then. */
  tookAt: number | null
}

/** What Facebook brings to the station's own address. */
export class Deliveries {
  /** All that were sent off, in order. */
  readonly sent: Delivery[] = []
  /** Pauses before each further try, in ms of the fake's clock. */
  retries = AGAIN
  /** Deliver everything twice, as happens. */
  twice = false
  readonly #graph: Graph
  #endpoint: string | null = null
  #held: News[] | null = null
  readonly #under = new Set<Promise<unknown>>()
  readonly #ending = new AbortController()

  constructor(graph: Graph) {
    this.#graph = graph
    graph.told = (news) => this.#told(news)
  }

  /** From now on everything of these fields goes to this address. */
  to(endpoint: string | null, fields = ['feed', 'mention', 'messages', 'message_edits']): void {
    this.#endpoint = endpoint
    for (const field of fields) this.#graph.subscribed.add(field)
  }

  /** Asks the address whether it is ours. @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests */
  async verify(
    endpoint: string,
    token: string,
    challenge = '1158201444',
  ): Promise<{ status: number; echoed: boolean }> {
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.challenge': challenge,
      'hub.verify_token': token,
    })
    const response = await fetch(`${endpoint}?${query}`)
    const text = await response.text()
    return { status: response.status, echoed: response.ok && text === challenge }
  }

  /** Keeps what happens, so that it goes out in one body. */
  hold(): void {
    this.#held = []
  }

  /** Sends what was held, in one body; in the order of `mixed` where that is given. */
  async release(mixed: (held: News[]) => News[] = (held) => held): Promise<void> {
    const held = mixed(this.#held ?? [])
    this.#held = null
    for (let at = 0; at < held.length; at += AT_ONCE) this.#off(held.slice(at, at + AT_ONCE))
    await this.settled()
  }

  /** Resolves once nothing is under way. */
  async settled(): Promise<void> {
    while (this.#under.size > 0) await Promise.all(this.#under)
  }

  /** Brings an earlier delivery once more, as it was. */
  async again(delivery: Delivery): Promise<number> {
    return this.post(delivery.body, signatureOf(delivery.body, this.#graph.tokens.app.secret))
  }

  /** Any bytes with any signature, by whoever pretends to be Facebook; answers with the status, 0 for none. */
  async post(body: string | Buffer, signature: string | null, headers: Record<string, string> = {}): Promise<number> {
    if (this.#endpoint === null) throw new Error('there is no address to deliver to')
    try {
      const response = await fetch(this.#endpoint, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
          ...headers,
        },
        signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), this.#ending.signal]),
      })
      await response.arrayBuffer()
      return response.status
    } catch {
      return 0
    }
  }

  end(): void {
    this.#ending.abort()
  }

  #told(news: News): void {
    if (this.#endpoint === null || !this.#graph.subscribed.has(news.field)) return
    if (this.#held) this.#held.push(news)
    else this.#off([news])
  }

  #off(news: News[]): void {
    if (news.length === 0) return
    const body = bodyOf(this.#graph.page.self.id, news, this.#graph.clock.now())
    for (let times = this.twice ? 2 : 1; times > 0; times--) {
      const delivery: Delivery = { body, tries: [], tookAt: null }
      this.sent.push(delivery)
      const under = this.#bring(delivery).finally(() => this.#under.delete(under))
      this.#under.add(under)
    }
  }

  async #bring(delivery: Delivery): Promise<void> {
    const signature = signatureOf(delivery.body, this.#graph.tokens.app.secret)
    for (const pause of [0, ...this.retries]) {
      await this.#graph.clock.wait(pause, this.#ending.signal)
      if (this.#ending.signal.aborted) return
      const status = await this.post(delivery.body, signature)
      delivery.tries.push(status)
      if (status !== 200) continue
      delivery.tookAt = this.#graph.clock.now()
      return
    }
  }
}
