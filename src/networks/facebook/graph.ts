import { createRequire } from 'node:module'
import { SECOND } from '../../model/clock.ts'
import type { Surroundings } from '../network.ts'
import { type Problem, problemOf } from './problem.ts'
import type { FacebookSettings } from './settings.ts'
import { type Broken, brokenOf } from './transport.ts'

/** What came of a call. `unsent` is certain: nothing reached Facebook; after `lost` it may have. */
export type Answer = { kind: 'ok'; body: object } | { kind: 'refused'; problem: Problem } | Broken

type Value = string | number | boolean | object
export type Parameters = Readonly<Record<string, Value>>

/** Calls to Graph, each bounded in time. They never throw, and what they answer holds neither token nor address. */
export interface Graph {
  get(path: string, parameters: Parameters, signal?: AbortSignal): Promise<Answer>
  post(path: string, parameters: Parameters): Promise<Answer>
  remove(path: string): Promise<Answer>
}

/** Our face of `fb` 2.0.0, which brings no types: the callback gets whatever JSON came, or `{ error }`. */
interface Facebook {
  api(path: string, method: string, parameters: Record<string, Value>, done: (answer: unknown) => void): void
}
interface Library {
  Facebook: new (options: {
    version: string
    timeout: number
    appId: string
    appSecret: string
    accessToken: string
    proxy: string | null
  }) => Facebook
}

export const GRAPH_HOST = 'graph.facebook.com'

/** Ms of silence, and of a whole call: an answer that drips in holds nothing up. */
const SILENCE = 15 * SECOND
const WHOLE = 30 * SECOND

/** Opens Graph for our page: every call carries the page token and its proof (an HMAC by the app secret). */
export function openGraph(settings: FacebookSettings, way: Surroundings['way'], whole = WHOLE): Graph {
  const { Facebook } = load()
  const { version, appId, appSecret, pageToken } = settings
  // `fb` hands a proxy to `request`, which tunnels; an agent of ours it would not hand on.
  const { proxy } = way(GRAPH_HOST)
  const fb = new Facebook({
    version,
    timeout: Math.min(SILENCE, whole),
    appId,
    appSecret,
    accessToken: pageToken,
    proxy,
  })

  const call = (method: string, path: string, parameters: Parameters, signal?: AbortSignal): Promise<Answer> => {
    const limit = AbortSignal.timeout(whole)
    const end = signal ? AbortSignal.any([signal, limit]) : limit
    return new Promise((resolve) => {
      const stop = () => resolve({ kind: 'lost', reason: limit.aborted ? 'timeout' : 'interrupted' })
      if (end.aborted) return resolve({ kind: 'unsent', reason: 'interrupted' })
      end.addEventListener('abort', stop, { once: true })
      fb.api(path, method, { ...parameters }, (answer) => {
        end.removeEventListener('abort', stop)
        resolve(read(answer))
      })
    })
  }
  return {
    get: (path, parameters, signal) => call('get', path, parameters, signal),
    post: (path, parameters) => call('post', path, parameters),
    remove: (path) => call('delete', path, {}),
  }
}

/** One part of a path: an id comes from outside, and must not lead elsewhere. */
export const part = (id: string): string => encodeURIComponent(id)

/** With DEBUG=fb:req or NODE_DEBUG=request in the environment either would print every address, token and all. */
function load(): Library {
  const require = createRequire(import.meta.url)
  const inside = createRequire(require.resolve('fb'))
  inside('debug').disable()
  inside('request').debug = false
  return require('fb')
}

function read(answer: unknown): Answer {
  if (typeof answer !== 'object' || answer === null) return { kind: 'lost', reason: 'unreadable answer' }
  if (!('error' in answer)) return { kind: 'ok', body: answer }
  const problem = problemOf(answer.error)
  return problem ? { kind: 'refused', problem } : brokenOf(answer.error)
}
