import type { Content } from '../../../model/chat.ts'
import type { Parts } from '../parts.ts'

/**
 * The station answers an event, to the person who acted alone. The private answer whose button was pressed goes,
 * unless it was refused and may be wanted again. An event that is answered already is left alone.
 */
export function answer(parts: Parts, id: string, answers: Content[]): void {
  const { store, bus, clock } = parts
  const event = store.events.find(id)
  if (!event) return
  const at = clock.now()
  const rows = store.commit(() => {
    if (event.answers !== null && !answers.some((it) => it.about?.code)) store.privates.remove(event.answers, event.by)
    const place = { person: event.by, event: event.seq, channel: event.channel, thread: event.thread, at }
    const told = answers.map((content) => store.privates.add(place, content))
    store.events.remove(event.seq)
    return told
  })
  bus.answered(event.seq, rows)
  for (const row of rows) bus.tell({ kind: 'private', person: event.by, row })
  if (rows.length === 0) bus.tell({ kind: 'private', person: event.by, row: null })
  if (event.message === null) return
  const root = store.messages.idOf(event.thread ?? event.message)
  bus.tell({ kind: 'thread', channel: store.rooms.channelById(event.channel).name, thread: root })
}
