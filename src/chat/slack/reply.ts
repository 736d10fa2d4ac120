import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'
import { SECOND } from '../../model/clock.ts'
import type { Reply } from './parts.ts'

/** How long to leave a method alone where Slack does not say. */
const PAUSE = 10 * SECOND
/** These end a call before a byte of it has left: nothing can have been done. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_PRX_TLS',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])
/** Slack's own words for "part of it may have been done" (docs.slack.dev, errors of every method). */
const HALFWAY = new Set(['internal_error', 'fatal_error', 'service_unavailable'])
/** Slack's own words for "nothing was done, later". */
const BUSY = new Set(['ratelimited', 'rate_limited', 'request_timeout', 'team_added_to_org'])

/** What an error of the WebClient, or of `fetch`, says about a call. */
export function replyOf(error: unknown): Reply {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'limited', after: error.retryAfter * SECOND }
  if (error instanceof WebAPIPlatformError) return refusalOf(error.data)
  if (error instanceof WebAPIHTTPError) return { kind: 'lost', reason: `HTTP ${error.statusCode}` }
  // The WebClient has no error of its own for a 429 that does not say for how long.
  if (error instanceof Error && error.message.startsWith('Retry header')) return { kind: 'limited', after: PAUSE }
  return brokenLine(error instanceof WebAPIRequestError ? error.original : error)
}

/** An answer of `{ok: false}`. The WebClient puts there too what is no JSON at all, a page of a proxy for instance. */
function refusalOf(data: WebAPIPlatformError['data']): Reply {
  const { error, response_metadata } = data
  if (typeof error !== 'string' || !/^[\w.:-]{1,80}$/.test(error)) return { kind: 'lost', reason: 'not JSON' }
  if (HALFWAY.has(error)) return { kind: 'lost', reason: error }
  if (BUSY.has(error)) return { kind: 'limited', after: (response_metadata?.retryAfter ?? PAUSE / SECOND) * SECOND }
  return { kind: 'refused', error, needed: 'needed' in data && typeof data.needed === 'string' ? data.needed : null }
}

/** A call that got no answer. What it says stays out of the reply: there may be an address in it. */
export function brokenLine(error: unknown): Reply {
  const chain = causesOf(error)
  const refused = chain.map((it) => /^Proxy response \((\d+)\)/.exec(it.message)?.[1]).find((it) => it !== undefined)
  // undici's ProxyAgent, when the proxy does not open a tunnel.
  if (refused !== undefined) return { kind: 'unsent', reason: `proxy ${refused}` }
  if (chain.some((it) => it.name === 'TimeoutError')) return { kind: 'lost', reason: 'timeout' }
  const codes = chain.flatMap((it) => ('code' in it && typeof it.code === 'string' ? [it.code] : []))
  const connecting = chain.some((it) => 'syscall' in it && (it.syscall === 'connect' || it.syscall === 'getaddrinfo'))
  const unsent = codes.find((code) => connecting || NEVER_CONNECTED.has(code))
  if (unsent !== undefined) return { kind: 'unsent', reason: unsent }
  return { kind: 'lost', reason: codes[0] ?? 'connection lost' }
}

/** An error and what it came from, as far as anybody wraps them. */
function causesOf(error: unknown): Error[] {
  const chain: Error[] = []
  for (let it = error; it instanceof Error && chain.length < 8; it = it.cause) chain.push(it)
  return chain
}
