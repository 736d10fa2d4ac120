import { createHmac } from 'node:crypto'
import type { News } from '../graph.ts'

/**
 * What a delivery says, byte for byte: slashes and everything outside ASCII escaped, as the signature is taken over the
 * escaped text. Whoever reads it and writes it again gets other bytes.
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started#event-notifications
 */
export function bodyOf(page: string, news: readonly News[], now: number): string {
  const entry = news.map(({ field, value }) =>
    field.startsWith('message')
      ? { id: page, time: now, messaging: [value] }
      : { id: page, time: Math.floor(now / 1_000), changes: [{ value, field }] },
  )
  return escaped({ object: 'page', entry })
}

export const escaped = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

export const signatureOf = (body: string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
