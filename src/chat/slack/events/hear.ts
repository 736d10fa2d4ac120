import { z } from 'zod'
import { heardCommand } from './command.ts'
import { type Heard, type Hearing, NOTHING } from './heard.ts'
import { heardMessage } from './message.ts'
import { ENVELOPE, type Envelope, selfOf } from './payload.ts'
import { heardPress } from './press.ts'
import { heardReaction } from './reaction.ts'
import { heardShortcut } from './shortcut.ts'
import { heardSubmission } from './submission.ts'

/** docs.slack.dev/reference/events/user_change: of everybody in the workspace, with each change of a status too. */
const CHANGED = z.object({ user: z.object({ id: z.string() }) })
const KIND = z.object({ type: z.string().optional(), command: z.string().optional() })

/** What a payload means to the station, whichever way it came. What the station knows nothing of means nothing. */
export function hear(body: unknown, hearing: Hearing): Heard {
  const { type, command } = KIND.safeParse(body).data ?? {}
  if (command !== undefined) return heardCommand(body, hearing)
  switch (type) {
    case 'event_callback': {
      const envelope = ENVELOPE.safeParse(body)
      return envelope.success ? heardEvent(envelope.data, hearing) : NOTHING
    }
    case 'block_actions':
      return heardPress(body, hearing)
    case 'view_submission':
      return heardSubmission(body, hearing)
    case 'message_action':
      return heardShortcut(body, hearing)
    default:
      return NOTHING
  }
}

function heardEvent(envelope: Envelope, hearing: Hearing): Heard {
  const { event } = envelope
  switch (event.type) {
    case 'message':
      return heardMessage(envelope, hearing)
    case 'reaction_added':
      return heardReaction(envelope, hearing)
    case 'app_home_opened':
      return event.tab === 'home' && typeof event.user === 'string' ? { kind: 'opens-home', by: event.user } : NOTHING
    case 'member_joined_channel':
      return event.user === selfOf(envelope) ? { kind: 'let-in' } : NOTHING
    case 'subteam_created':
    case 'subteam_updated':
    case 'subteam_members_changed':
      return { kind: 'groups' }
    case 'user_change': {
      const changed = CHANGED.safeParse(event)
      return changed.success ? { kind: 'person', id: changed.data.user.id } : NOTHING
    }
    default:
      return NOTHING
  }
}
