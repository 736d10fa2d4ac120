import { HOUR, MINUTE, SECOND } from '../../model/clock.ts'
import type { Outcome } from '../../model/network.ts'
import type { Failure } from './reply.ts'

/** How long writing is left alone: where X could not be reached, without access, without credits. */
const PAUSE = { unreachable: 5 * SECOND, access: 5 * MINUTE, quota: HOUR }

const later = (after: number, reason: string): Extract<Outcome, { status: 'later' }> => ({
  status: 'later',
  after,
  reason,
  scope: 'rate',
})

/** What a failed call that writes means for what was to be written. */
export function outcomeOf(failure: Failure): Exclude<Outcome, { status: 'published' }> {
  switch (failure.kind) {
    case 'limited':
      return later(failure.after, 'rate-limit')
    case 'budget':
      return later(failure.after, 'budget')
    case 'unsent':
      return later(PAUSE.unreachable, failure.reason)
    case 'lost':
      return { status: 'unknown', reason: failure.reason }
    case 'refused':
      return refusedOutcome(failure)
    default:
      return failure satisfies never
  }
}

function refusedOutcome({ problem }: Extract<Failure, { kind: 'refused' }>): Exclude<Outcome, { status: 'published' }> {
  switch (problem.code) {
    case 'auth':
    case 'permission':
      return later(PAUSE.access, problem.code)
    case 'quota':
      return later(PAUSE.quota, 'quota')
    case 'not-found':
      return { status: 'rejected', reason: 'gone' }
    default:
      return { status: 'rejected', reason: problem.code }
  }
}

/** The same where whatever happened to the call, nothing of ours is public yet: it begins anew. */
export function beforeAnything(failure: Failure): Exclude<Outcome, { status: 'published' | 'unknown' }> {
  const outcome = outcomeOf(failure)
  return outcome.status === 'unknown' ? { ...later(MINUTE, outcome.reason), scope: 'row' } : outcome
}

/** The access is another account's: nothing may go out in its name. */
export const OTHER_ACCOUNT = later(PAUSE.access, 'account')
