import type { Answer, Place } from '../../commands/command.ts'
import { actions, editedReply, runCommand, threadCommand } from '../../commands/index.ts'
import type { Act } from '../desk/act.ts'
import { ask } from '../desk/ask.ts'
import { isNote } from '../desk/internal.ts'
import { sayMovedOn } from '../desk/moved-on.ts'
import { sayDigest } from '../desk/say-digest.ts'
import { sourceDeleted, sourceEdited } from '../desk/source-changed.ts'
import type { ChatEvent, Content } from '../model/chat.ts'
import type { Attachment } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import { record } from '../store/history.ts'

/** What an event means: a command, a button, or something typed in a thread. */
export async function dispatch(act: Act, event: ChatEvent, place: Place): Promise<Answer> {
  const { platform } = place
  switch (event.kind) {
    case 'command':
      return runCommand(event.text, place, act)
    case 'action': {
      if (!act.by) throw new Refused('unknown-member')
      const action = actions[event.action]
      if (!action) throw new Refused('unknown-action', { action: event.action })
      return action(act, event.value, event.form, place)
    }
    case 'message':
      return typed(act, event, place)
    case 'edited':
      return told(
        await sourceEdited(act, { platform, message: event.message }, { ...event, ...saidTo(event.text, place) }),
      )
    case 'deleted':
      await sourceDeleted(act, { platform, message: event.message })
      return []
    default:
      return event satisfies never
  }
}

/** What is typed in a conversation's thread stays inside until its writer says otherwise. */
async function typed(act: Act, event: Extract<ChatEvent, { kind: 'message' }>, place: Place): Promise<Answer> {
  const { platform, channel, thread, conversation } = place
  const command = threadCommand(event.text)
  if (command !== null)
    return runCommand(command, { ...place, attachments: event.attachments, message: event.message }, act)
  if (conversation === null) return told(await sayDigest(act, platform, channel, thread ?? ''))
  if (isNote(event.text)) {
    await record(act, 'note', { conversation })
    return []
  }
  const movedOn = await sayMovedOn(act, platform, channel, thread ?? '')
  if (movedOn) return [movedOn]
  if (event.toColleague) return []
  return told(
    await ask(act, {
      conversation,
      text: event.text,
      media: event.attachments,
      source: { platform, message: event.message },
    }),
  )
}

/** Of a command's line only what it says to the public; where that is nothing, the line stays what it is. */
function saidTo(text: string, place: Place): { text: string; media?: Attachment[] } {
  const command = threadCommand(text)
  return (command === null ? null : editedReply(command, place)) ?? { text }
}

const told = (content: Content | null): Answer => (content ? [content] : [])
