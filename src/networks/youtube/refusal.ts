import { z } from 'zod'
import type { Failure, Reply } from './reply.ts'

/** How Google's APIs say no: developers.google.com/youtube/v3/docs/errors. */
const SHAPE = z.object({
  error: z.object({ errors: z.array(z.object({ reason: z.string() })).min(1) }),
})

/** Reasons that mean that the day's units are used up, and that a minute's are. */
export const QUOTA = new Set(['quotaExceeded', 'dailyLimitExceeded'])
export const RATE = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'servingLimitExceeded', 'limitExceeded'])

/** A failure as the reply that it amounts to: only a refusal that names its reason is a no. */
export function replyOf(failure: Failure): Reply<never> {
  if (failure.kind !== 'answer') return failure
  const { status, body, after } = failure
  if (status === 429) return { kind: 'refused', status, reason: 'rateLimitExceeded', after }
  const reason = SHAPE.safeParse(body).data?.error.errors[0]?.reason
  if (status < 400 || status >= 500 || reason === undefined) return { kind: 'lost', reason: `HTTP ${status}` }
  return { kind: 'refused', status, reason, after }
}
