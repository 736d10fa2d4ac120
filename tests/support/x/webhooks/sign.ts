import { createHmac } from 'node:crypto'

/** `sha256=` and the HMAC in base64, with the consumer secret: docs.x.com/x-api/webhooks/quickstart. */
export const signature = (secret: string, bytes: string | Buffer): string =>
  `sha256=${createHmac('sha256', secret).update(bytes).digest('base64')}`

/** The JSON of a payload; a bigint becomes a number of all its digits, more than a parser in JavaScript keeps. */
export function serialised(payload: unknown): string {
  const marked = JSON.stringify(payload, (_, value: unknown) =>
    typeof value === 'bigint' ? `\u0001${value}\u0001` : value,
  )
  return marked.replace(/"\\u0001(\d+)\\u0001"/g, '$1')
}
