import { typed } from '../body.ts'
import { memberCalled, type Parts } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import { contentOf, type Message } from '../store/messages.ts'
import type { Member } from '../store/rooms.ts'
import { keep } from './keep.ts'
import { tellThread, threadId } from './put.ts'
import type { Kept } from './say.ts'

/** A member changes the text of a message of their own. */
export function edit(parts: Parts, as: string, id: string, wanted: string): Kept {
  const { store, clock } = parts
  const text = typed(wanted)
  const { member, message } = own(parts, as, id)
  const at = clock.now()
  const { channel, place, thread } = placeOf(parts, message)
  const event = store.commit(() => {
    store.messages.revise(message.seq, { ...contentOf(message), text }, at, true)
    return keep(parts, place, { kind: 'edited', at, by: member.id, channel, thread, message: id, text })
  })
  tellThread(parts, channel, thread ?? id)
  return { by: member.id, event, message: id }
}

/** A member takes a message of their own away; its text is gone from the file, too. */
export function erase(parts: Parts, as: string, id: string): Kept {
  const { store, clock } = parts
  const { member, message } = own(parts, as, id)
  const at = clock.now()
  const { channel, place, thread } = placeOf(parts, message)
  const event = store.commit(() => {
    store.messages.erase(message.seq, at)
    return keep(parts, place, { kind: 'deleted', at, by: member.id, channel, thread, message: id })
  })
  tellThread(parts, channel, thread ?? id)
  return { by: member.id, event, message: id }
}

function own(parts: Parts, as: string, id: string): { member: Member; message: Message } {
  const member = memberCalled(parts, as)
  const message = parts.store.messages.find(id)
  if (!message || message.deleted_at !== null) throw new Refusal(404, 'unknown-message', { message: id.slice(0, 80) })
  if (message.author !== member.id) throw new Refusal(403, 'not-yours')
  return { member, message }
}

const placeOf = (parts: Parts, message: Message) => ({
  channel: parts.store.rooms.channelById(message.channel).name,
  thread: threadId(parts, message),
  place: { channel: message.channel, thread: message.thread, message: message.seq },
})
