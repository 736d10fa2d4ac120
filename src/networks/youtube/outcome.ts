import { SECOND } from '../../model/clock.ts'
import type { Outcome } from '../../model/network.ts'
import type { Reply } from './reply.ts'

/** How long to leave YouTube alone where it could not be reached, and where a token ran out in between. */
const PAUSE = { unreachable: 2 * SECOND, token: SECOND }

/** Reasons for a no, as people are told: developers.google.com/youtube/v3/docs/comments/insert and /errors. */
const REFUSALS: Readonly<Record<string, string>> = {
  commentsDisabled: 'comments-disabled',
  parentCommentNotFound: 'gone',
  parentCommentIsPrivate: 'not-public',
  commentNotFound: 'gone',
  videoNotFound: 'gone',
  commentTextTooLong: 'too-long',
  commentTextRequired: 'empty',
  forbidden: 'no-permission',
  insufficientPermissions: 'no-permission',
  ineligibleAccount: 'no-permission',
  operationNotSupported: 'not-possible-here',
  channelSuspended: 'no-permission',
}

/** What a reply means for the delivery, where it is no success. Only what certainly did nothing is tried again. */
export function outcomeOf(reply: Exclude<Reply<unknown>, { kind: 'ok' }>): Outcome {
  switch (reply.kind) {
    case 'refused': {
      if (reply.status === 401) return { status: 'later', after: PAUSE.token, reason: 'auth', scope: 'rate' }
      const reason = REFUSALS[reply.reason]
      // Such as processingFailure, which may be a passing fault of theirs as well as a no.
      return reason ? { status: 'rejected', reason } : { status: 'unknown', reason: 'unclear-refusal' }
    }
    case 'access':
    case 'held':
      return { status: 'later', after: Math.max(reply.after, SECOND), reason: reply.reason, scope: 'rate' }
    case 'unsent':
      return { status: 'later', after: PAUSE.unreachable, reason: reply.reason, scope: 'rate' }
    case 'lost':
      return { status: 'unknown', reason: reply.reason }
    default:
      return reply satisfies never
  }
}
