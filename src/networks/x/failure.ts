import { ApiRequestError, ApiResponseError } from 'twitter-api-v2'
import { z } from 'zod'
import { MINUTE } from '../../model/clock.ts'
import { neverLeft } from '../never-left.ts'
import { readProblem } from './problem.ts'
import type { Failure } from './reply.ts'

/** Without a word of X about when: its windows are 15 minutes. */
const UNTOLD = 15 * MINUTE

const SAID = z.object({ code: z.string().optional().catch(undefined), message: z.string().optional().catch(undefined) })
const REQUEST_ERROR = z.object({ _options: z.object({ error: SAID.optional(), requestError: SAID.optional() }) })

/**
 * What an error of the client means. Its errors hold the whole request with the signature and the tokens, so nothing of
 * them is kept but codes.
 * @param now UTC ms, to tell how long a limit holds
 */
export function failureOf(error: unknown, now: number): Failure {
  if (error instanceof ApiResponseError) return refusal(error, now)
  if (!(error instanceof ApiRequestError)) return { kind: 'lost', reason: 'unreadable answer' }
  const { code, message } = behind(error)
  const unsent = code === null ? null : neverLeft(code)
  if (unsent !== null) return { kind: 'unsent', reason: unsent }
  if (message === 'Request timeout.') return { kind: 'lost', reason: 'timeout' }
  return { kind: 'lost', reason: code ?? 'connection lost' }
}

/** What the line said. The client (1.29.1) keeps it as `error` and looks for it as `requestError`, so both are tried. */
function behind(error: ApiRequestError): { code: string | null; message: string | null } {
  const read = REQUEST_ERROR.safeParse(error).data?._options
  const said = read?.error ?? read?.requestError
  return { code: said?.code ?? null, message: said?.message ?? null }
}

function refusal({ code: status, data, rateLimit }: ApiResponseError, now: number): Failure {
  const problem = status >= 400 && status < 500 ? readProblem(status, data) : null
  if (status === 429 && problem?.code !== 'quota') {
    const reset = rateLimit && Number.isFinite(rateLimit.reset) ? rateLimit.reset * 1_000 - now : UNTOLD
    return { kind: 'limited', after: Math.max(1_000, reset) }
  }
  return problem ? { kind: 'refused', status, problem } : { kind: 'lost', reason: `HTTP ${status}` }
}
