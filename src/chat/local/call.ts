import { z } from 'zod'
import { SECOND } from '../../model/clock.ts'
import type { Outcome } from '../../model/network.ts'

/** How the adapter reaches the desk: `app.request` when it is embedded, a fetch against its address when not. */
export type FetchLike = (path: string, init?: RequestInit) => Promise<Response> | Response

/** What came of a call. `unsent` is certain: nothing reached the other side; after `lost` it may have. */
export type Reply =
  | { kind: 'ok'; body: unknown }
  | { kind: 'refused'; status: number; code: string; message: string; retryAfter: number | null }
  | { kind: 'unsent'; reason: string }
  | { kind: 'lost'; reason: string }

const PROBLEM = z.object({ error: z.string(), message: z.string().default('') })
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
/** How long to leave the desk alone where it cannot be reached, and where a 429 does not say. */
const PAUSE = { unreachable: 2 * SECOND, limited: 10 * SECOND }

/** One call, bounded by `timeout` ms and by `signal`, whether or not the other side watches either. Never throws. */
export async function call(
  fetchLike: FetchLike,
  path: string,
  init: RequestInit = {},
  timeout: number = 10 * SECOND,
): Promise<Reply> {
  const limit = AbortSignal.timeout(timeout)
  const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit
  try {
    const sent = Promise.resolve(fetchLike(path, { ...init, redirect: 'manual', signal }))
    const response = await unlessAborted(signal, sent)
    return read(response, await unlessAborted(signal, response.text()))
  } catch (error) {
    const code = codeOf(error)
    if (code !== null && NEVER_CONNECTED.has(code)) return { kind: 'unsent', reason: code }
    return { kind: 'lost', reason: limit.aborted ? 'timeout' : (code ?? 'connection lost') }
  }
}

/** Certainly not there yet, and worth trying again before long. */
export const notYet = (reason: string): Outcome => ({
  status: 'later',
  after: PAUSE.unreachable,
  reason,
  scope: 'rate',
})

/** What a reply means for a delivery. Only what certainly never arrived may be tried again without looking. */
export function outcomeOf(reply: Reply, shape: z.ZodType<{ id: string }>): Outcome {
  switch (reply.kind) {
    case 'ok': {
      const answer = shape.safeParse(reply.body)
      if (!answer.success) return { status: 'unknown', reason: 'unreadable answer' }
      return { status: 'published', id: answer.data.id, url: null }
    }
    case 'refused':
      if (reply.status !== 429) return { status: 'rejected', reason: reply.message || reply.code }
      return { status: 'later', after: reply.retryAfter ?? PAUSE.limited, reason: 'rate-limit', scope: 'rate' }
    case 'unsent':
      return notYet(reply.reason)
    case 'lost':
      return { status: 'unknown', reason: reply.reason }
    default:
      return reply satisfies never
  }
}

function read(response: Response, text: string): Reply {
  const body = parse(text)
  if (response.ok) return body === undefined ? { kind: 'lost', reason: 'not JSON' } : { kind: 'ok', body }
  const problem = PROBLEM.safeParse(body)
  const { status, headers } = response
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  const retryAfter = Number.isFinite(seconds) ? seconds * SECOND : null
  if (status === 429) return { kind: 'refused', status, code: 'rate-limit', message: '', retryAfter }
  if (status >= 500 || status < 400 || !problem.success) return { kind: 'lost', reason: `HTTP ${status}` }
  return { kind: 'refused', status, code: problem.data.error, message: problem.data.message, retryAfter }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function codeOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : null
}

function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  work.catch(() => {})
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
