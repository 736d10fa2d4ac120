import { z } from 'zod'
import { SECOND } from '../../model/clock.ts'
import { neverLeft } from '../never-left.ts'

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

/** Reads a thrown error. Nothing of the error itself is kept. */
export function failureOf(error: unknown): Failure {
  const read = ERROR.safeParse(error)
  const code = read.success ? read.data.code : undefined
  const response = RESPONSE.safeParse(read.success ? read.data.response : null)
  if (response.success) {
    const { status, data } = response.data
    return { kind: 'answer', status, body: data, after: retryAfter(read.data?.response) }
  }
  const unsent = code === undefined ? null : neverLeft(code)
  if (unsent !== null) return { kind: 'unsent', reason: unsent }
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
