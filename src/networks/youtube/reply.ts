import { z } from 'zod'
import { SECOND } from '../../model/clock.ts'

/**
 * What came of a call. `unsent` is certain: nothing reached YouTube; after `lost` it may have. `access`: Google gives no
 * access on our consent. `held` is our own doing: no money, or a pause that Google asked for; `after` in ms.
 */
export type Reply<T> =
  | { kind: 'ok'; body: T }
  | { kind: 'refused'; status: number; reason: string; after: number | null }
  | { kind: 'access'; reason: string; after: number }
  | { kind: 'held'; reason: 'budget' | 'quota' | 'rate-limit'; after: number }
  | { kind: 'unsent'; reason: string }
  | { kind: 'lost'; reason: string }

/** What Google's client says of a failure, without what it carries along: the request with its tokens. */
export type Failure =
  | { kind: 'answer'; status: number; body: unknown; after: number | null }
  | { kind: 'unsent'; reason: string }
  | { kind: 'lost'; reason: string }

const ERROR = z.object({ code: z.string().optional().catch(undefined), response: z.unknown() })
const RESPONSE = z.object({ status: z.number(), data: z.unknown() })

/** Errors before the first byte of a request could leave: name, route, connection, and the handshake of TLS. */
const NEVER_CONNECTED = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/
const UNTRUSTED =
  /^(?:CERT_\w+|ERR_TLS_CERT\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:GET_ISSUER|VERIFY)\w+)$/

/** Reads a thrown error. Nothing of the error itself is kept. */
export function failureOf(error: unknown): Failure {
  const read = ERROR.safeParse(error)
  const code = read.success ? read.data.code : undefined
  const response = RESPONSE.safeParse(read.success ? read.data.response : null)
  if (response.success) {
    const { status, data } = response.data
    return { kind: 'answer', status, body: data, after: retryAfter(read.data?.response) }
  }
  if (code !== undefined && NEVER_CONNECTED.test(code)) return { kind: 'unsent', reason: code }
  if (code !== undefined && UNTRUSTED.test(code)) return { kind: 'unsent', reason: 'untrusted' }
  if (isTimeout(error)) return { kind: 'lost', reason: 'timeout' }
  return { kind: 'lost', reason: code !== undefined && /^E[A-Z]+$/.test(code) ? code : 'connection lost' }
}

function retryAfter(response: unknown): number | null {
  const headers = typeof response === 'object' && response !== null && 'headers' in response ? response.headers : null
  const seconds = headers instanceof Headers ? Number(headers.get('retry-after') ?? Number.NaN) : Number.NaN
  return Number.isFinite(seconds) ? seconds * SECOND : null
}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error &&
  [error.name, (error.cause as Error | undefined)?.name].some((name) => /Timeout|Abort/.test(name ?? ''))
