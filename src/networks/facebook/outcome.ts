import type { z } from 'zod'
import { MINUTE, SECOND } from '../../model/clock.ts'
import type { Outcome } from '../../model/network.ts'
import type { Answer } from './graph.ts'
import { type Problem, refusalOf } from './problem.ts'

/** How long to leave writing alone, in ms; Graph tells in headers, which do not reach us. */
const PAUSE = { auth: 5 * MINUTE, limited: 5 * MINUTE, custom: MINUTE, unreachable: 5 * SECOND }
/** The limit of one call's own, over a shorter time than the hour of the others. */
const CUSTOM = 613

/** What an answer means for what we wanted to do. Only what certainly did not happen may be tried again without looking. */
export function outcomeOf<T>(answer: Answer, shape: z.ZodType<T>, done: (body: T) => Outcome): Outcome {
  switch (answer.kind) {
    case 'ok': {
      const body = shape.safeParse(answer.body)
      return body.success ? done(body.data) : { status: 'unknown', reason: 'unreadable answer' }
    }
    case 'refused':
      return refused(answer.problem)
    case 'unsent':
      return { status: 'later', after: PAUSE.unreachable, reason: answer.reason, scope: 'rate' }
    case 'lost':
      return { status: 'unknown', reason: answer.reason }
    default:
      return answer satisfies never
  }
}

function refused(problem: Problem): Outcome {
  const reason = refusalOf(problem)
  if (reason === 'auth') return { status: 'later', after: PAUSE.auth, reason, scope: 'rate' }
  if (reason === 'rate-limit') {
    return { status: 'later', after: problem.code === CUSTOM ? PAUSE.custom : PAUSE.limited, reason, scope: 'rate' }
  }
  // An "unknown error" (1) or a service that is away (2) can come after the text was taken.
  if (reason === 'temporary') return { status: 'unknown', reason }
  return { status: 'rejected', reason }
}

/** Where something had to be read before anything could be written: nothing went out, whatever became of the reading. */
export function beforeWriting(answer: Exclude<Answer, { kind: 'ok' }>): Outcome {
  if (answer.kind === 'refused' && refusalOf(answer.problem) !== 'temporary') return refused(answer.problem)
  const reason = answer.kind === 'refused' ? 'temporary' : answer.reason
  return { status: 'later', after: PAUSE.unreachable, reason, scope: 'row' }
}
