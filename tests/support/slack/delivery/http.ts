import { createHmac } from 'node:crypto'
import { Agent, request } from 'undici'
import type { Slack } from '../slack.ts'
import { type Delivery, PATIENCE, type Send, type Taken } from './deliver.ts'

/** `v0=` and the HMAC of `v0:timestamp:body` (docs.slack.dev/authentication/verifying-requests-from-slack). */
export function signature(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}

/** To the app's address, signed, one POST each. */
export function overHttp(slack: Slack): { send: Send; close(): Promise<void> } {
  const agent = new Agent({ connections: 20, pipelining: 1 })
  const send: Send = async (delivery, { attempt, reason }) => {
    const url = slack.requestUrlFor(delivery)
    if (!url) return { acked: false, reason: 'no_connection' }
    const asForm = delivery.type !== 'events_api'
    const body = bodyOf(delivery)
    const timestamp = String(Math.floor(slack.clock.now() / 1000))
    const headers: Record<string, string> = {
      'content-type': asForm ? 'application/x-www-form-urlencoded' : 'application/json',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature(slack.signingSecret, timestamp, body),
    }
    if (attempt > 0)
      Object.assign(headers, {
        'x-slack-retry-num': String(attempt),
        'x-slack-retry-reason': reason === 'timeout' ? 'http_timeout' : 'http_error',
      })
    const gaveUp = new AbortController()
    const began = performance.now()
    const late = slack.clock.wait(PATIENCE, gaveUp.signal).then((): Taken => ({ acked: false, reason: 'timeout' }))
    const answered = request(url, { method: 'POST', headers, body, dispatcher: agent, signal: gaveUp.signal }).then(
      async (response): Promise<Taken> => {
        const text = await response.body.text()
        if (response.statusCode < 200 || response.statusCode > 299) return { acked: false, reason: 'http_error' }
        slack.acked({ type: delivery.type, id: delivery.id, ms: performance.now() - began, attempt })
        return { acked: true, body: readBody(text, String(response.headers['content-type'] ?? '')) }
      },
    )
    const taken = await Promise.race([answered.catch((): Taken => ({ acked: false, reason: 'http_error' })), late])
    gaveUp.abort()
    return taken
  }
  return { send, close: () => agent.destroy() }
}

function bodyOf({ type, payload }: Delivery): string {
  if (type === 'events_api') return JSON.stringify(payload)
  if (type === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  return new URLSearchParams(payload as Record<string, string>).toString()
}

/** What an app gives back: JSON, or text that Slack shows as a private answer to a command. */
function readBody(text: string, contentType: string): Record<string, unknown> | null {
  if (text.trim() === '' || text.trim() === '{}') return null
  if (!contentType.includes('json')) return { text }
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return { text }
  }
}
