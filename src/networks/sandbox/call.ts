import { z } from 'zod'
import { SECOND } from '../../model/clock.ts'

/** How the adapter reaches the sandbox: `app.request` when it is embedded, a fetch against its address when not. */
export type FetchLike = (path: string, init?: RequestInit) => Promise<Response> | Response

/** What came of a call. `unsent` is certain: nothing reached the other side; after `lost` it may have. */
export type Reply =
  | { kind: 'ok'; body: unknown }
  | { kind: 'refused'; status: number; code: string; retryAfter: number | null }
  | { kind: 'unsent'; reason: string }
  | { kind: 'lost'; reason: string }

const PROBLEM = z.object({ error: z.string() })
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** One call, bounded by `timeout` ms and by `signal`, whether or not the other side watches either. Never throws. */
export async function call(fetchLike: FetchLike, path: string, init: RequestInit, timeout: number): Promise<Reply> {
  const limit = AbortSignal.timeout(timeout)
  const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit
  try {
    const response = await unlessAborted(
      signal,
      Promise.resolve(fetchLike(path, { ...init, redirect: 'manual', signal })),
    )
    return read(response, await unlessAborted(signal, response.text()))
  } catch (error) {
    const code = codeOf(error)
    if (code !== null && NEVER_CONNECTED.has(code)) return { kind: 'unsent', reason: code }
    return { kind: 'lost', reason: limit.aborted ? 'timeout' : (code ?? 'connection lost') }
  }
}

export const post = (fetchLike: FetchLike, path: string, body: object): Promise<Reply> =>
  call(
    fetchLike,
    path,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    10 * SECOND,
  )

function read(response: Response, text: string): Reply {
  const body = parse(text)
  if (response.ok) return body === undefined ? { kind: 'lost', reason: 'not JSON' } : { kind: 'ok', body }
  const problem = PROBLEM.safeParse(body)
  if (response.status >= 500 || response.status < 400 || !problem.success)
    return { kind: 'lost', reason: `HTTP ${response.status}` }
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return {
    kind: 'refused',
    status: response.status,
    code: problem.data.error,
    retryAfter: Number.isFinite(seconds) ? seconds * SECOND : null,
  }
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
