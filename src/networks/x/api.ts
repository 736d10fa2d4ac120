import { TwitterApi, type TwitterResponse } from 'twitter-api-v2'
import { SECOND } from '../../model/clock.ts'
import type { Surroundings } from '../network.ts'
import { failureOf } from './failure.ts'
import type { Reply } from './reply.ts'
import type { XSettings } from './settings.ts'
import { Windows } from './windows.ts'

const TIMEOUT = 15 * SECOND

/** One call to X's API. `endpoint` is the name under which X counts it, with placeholders for ids. */
export interface Call {
  method: 'GET' | 'POST' | 'DELETE'
  endpoint: string
  /** Below https://api.x.com/2/. */
  path: string
  query?: Record<string, string | number | undefined>
  body?: Record<string, unknown>
  /** A body with bytes in it. */
  form?: boolean
  /** Ms for the whole of it; 15 s where it is not said. */
  timeout?: number
  signal?: AbortSignal | undefined
}

export interface Api {
  /** At most one request, never one that X would count over its limit; never throws, and nothing is tried again. */
  call(call: Call): Promise<Reply>
  windows: Windows
}

/**
 * X's API in the name of our account (OAuth 1.0a). The client gets no plugins, since those are what tries again, and no
 * compression: a broken compressed answer ends in an error event that it leaves to the process.
 */
export function createApi(
  settings: Omit<XSettings, 'prices' | 'hashtags' | 'searches'>,
  { clock, memory, way }: Pick<Surroundings, 'clock' | 'memory' | 'way'>,
): Api {
  const windows = new Windows(memory, clock)
  const client = new TwitterApi(
    {
      appKey: settings.apiKey,
      appSecret: settings.apiSecret,
      accessToken: settings.accessToken,
      accessSecret: settings.accessSecret,
    },
    { httpAgent: way('api.x.com').agent, compression: false },
  )
  const send = ({ method, path, query = {}, body = {}, form, timeout = TIMEOUT }: Call) => {
    const options = { fullResponse: true, timeout } as const
    if (method === 'GET') return client.v2.get<unknown>(path, query, options)
    if (method === 'DELETE') return client.v2.delete<unknown>(path, query, options)
    return client.v2.post<unknown>(path, body, form ? { ...options, forceBodyMode: 'form-data' } : options)
  }
  return {
    windows,
    async call(call) {
      const left = await windows.take(call.endpoint)
      if (left > 0) return { kind: 'limited', after: left }
      // Not of `AbortSignal.any`: it holds no limit that nobody else holds, and then the limit never comes.
      const limit = AbortSignal.timeout(call.timeout ?? TIMEOUT)
      const settled = new AbortController()
      const ends = [limit, ...(call.signal ? [call.signal] : [])].map((it) => aborted(it, settled.signal))
      try {
        const answer = await Promise.race([send(call), ...ends])
        if (answer === 'aborted') return { kind: 'lost', reason: 'timeout' }
        await windows.saw(call.endpoint, answer.rateLimit)
        const access = answer.headers['x-access-level']
        return { kind: 'ok', body: answer.data, access: typeof access === 'string' ? access : null }
      } catch (error) {
        const failure = failureOf(error, clock.now())
        await windows.saw(call.endpoint, limitOf(error))
        if (failure.kind === 'limited') await windows.close(call.endpoint, failure.after)
        return failure
      } finally {
        settled.abort()
      }
    },
  }
}

const limitOf = (error: unknown) =>
  error instanceof Error && 'rateLimit' in error
    ? (error.rateLimit as TwitterResponse<unknown>['rateLimit'])
    : undefined

/** Resolves when it is aborted; forgets about it once that does not matter any more. */
const aborted = (signal: AbortSignal, over: AbortSignal): Promise<'aborted'> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve('aborted')
    signal.addEventListener('abort', () => resolve('aborted'), { once: true, signal: over })
  })
