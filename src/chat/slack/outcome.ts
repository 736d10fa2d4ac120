import { MINUTE, SECOND } from '../../model/clock.ts'
import type { Outcome } from '../../model/network.ts'
import { BAD_TOKEN } from './health.ts'
import type { Reply } from './parts.ts'

/** Slack's errors for a message or a thread that is not there any more. */
const GONE = new Set(['thread_not_found', 'message_not_found', 'invalid_thread_ts', 'cannot_reply_to_message'])
/** Those for a channel that is not there, or takes nothing from us (references of chat.postMessage and chat.update). */
const NO_CHANNEL = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'is_inactive',
  'channel_type_not_supported',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
])
const PAUSE = { unsent: 2 * SECOND, token: 30 * SECOND, scope: MINUTE } as const

/** What a reply means for a delivery. Only what certainly never arrived may be tried again without looking. */
export function outcomeOf(reply: Reply): Outcome {
  switch (reply.kind) {
    case 'ok': {
      const { ts } = reply.body
      if (typeof ts !== 'string' || ts === '') return { status: 'unknown', reason: 'unreadable answer' }
      return { status: 'published', id: ts, url: null }
    }
    case 'refused':
      return refusal(reply.error)
    case 'limited':
      return later(reply.after, 'rate-limit')
    case 'unsent':
      return later(PAUSE.unsent, reply.reason)
    case 'lost':
      return { status: 'unknown', reason: reply.reason }
    default:
      return reply satisfies never
  }
}

/** Whether the bot may be outside a channel that it can let itself into. */
export const isOutside = (reply: Reply): boolean =>
  reply.kind === 'refused' && (reply.error === 'not_in_channel' || reply.error === 'channel_not_found')

/** A channel that is still being made. */
export const notYet = (): Outcome => later(PAUSE.unsent, 'not-yet-prepared')

export const noChannel = (): Outcome => ({ status: 'rejected', reason: 'no-channel' })

function refusal(error: string): Outcome {
  if (BAD_TOKEN.has(error)) return later(PAUSE.token, 'auth')
  if (error === 'missing_scope') return later(PAUSE.scope, 'missing-scope')
  if (GONE.has(error)) return { status: 'rejected', reason: 'gone' }
  if (NO_CHANNEL.has(error)) return noChannel()
  return { status: 'rejected', reason: error }
}

const later = (after: number, reason: string): Outcome => ({ status: 'later', after, reason, scope: 'rate' })
