import { createHmac, timingSafeEqual } from 'node:crypto'

/** RFC 5849, 3.6. */
export const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The members of an `Authorization: OAuth …` header; null where it is none, or says one twice. */
export function membersOf(header: string): Map<string, string> | null {
  const [, rest] = /^OAuth\s+(.*)$/is.exec(header) ?? []
  if (rest === undefined) return null
  const members = new Map<string, string>()
  for (const piece of rest.split(',')) {
    const [, name, value] = /^\s*([^=\s]+)="([^"]*)"\s*$/.exec(piece) ?? []
    if (name === undefined || value === undefined || members.has(name)) return null
    try {
      members.set(decodeURIComponent(name), decodeURIComponent(value))
    } catch {
      return null
    }
  }
  return members
}

/** What is signed, RFC 5849, 3.4.1: every parameter of the query, of a form's body and of the header, but for the signature. */
export function baseOf(method: string, url: string, parameters: Iterable<readonly [string, string]>): string {
  const pairs = [...parameters].map(([name, value]) => [encoded(name), encoded(value)] as const)
  pairs.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
  const joined = pairs.map(([name, value]) => `${name}=${value}`).join('&')
  return [method.toUpperCase(), encoded(url), encoded(joined)].join('&')
}

/** HMAC-SHA1 in base64, RFC 5849, 3.4.2. */
export function signed(base: string, consumerSecret: string, tokenSecret: string): string {
  return createHmac('sha1', `${encoded(consumerSecret)}&${encoded(tokenSecret)}`)
    .update(base)
    .digest('base64')
}

export function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
