import { memberCalled, type Parts } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import { keep } from './keep.ts'
import type { Kept } from './say.ts'

export interface Pressed {
  as: string
  /** A message, or a private answer of the same person. */
  message: string
  action: string
  value: string
  form: Record<string, string>
}

/** A member presses a button. Whether it may be pressed is for the station to say: what the person saw may be old. */
export function press(parts: Parts, { as, message, action, value, form }: Pressed): Kept {
  const { store, clock } = parts
  const member = memberCalled(parts, as)
  const answer = store.privates.find(message)
  if (answer && answer.person !== member.id)
    throw new Refusal(404, 'unknown-message', { message: message.slice(0, 80) })
  const shown = answer ? null : store.messages.find(message)
  const place = answer ?? shown
  if (!place || shown?.deleted_at) throw new Refusal(404, 'unknown-message', { message: message.slice(0, 80) })
  const thread = place.thread ?? shown?.seq ?? null
  const event = store.commit(() =>
    keep(
      parts,
      { channel: place.channel, thread, message: null, ...(answer && { answers: answer.seq }) },
      {
        kind: 'action',
        at: clock.now(),
        by: member.id,
        channel: store.rooms.channelById(place.channel).name,
        thread: thread === null ? null : store.messages.idOf(thread),
        action,
        value,
        form,
      },
    ),
  )
  return { by: member.id, event, message: null }
}
