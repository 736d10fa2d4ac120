import type { Content } from '../../../model/chat.ts'
import { channelNamed, type Parts, rootOf } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import type { Message } from '../store/messages.ts'

/** Puts a message of the station in a channel, or in a thread of it. As on any platform, twice put is twice there. */
export async function put(
  parts: Parts,
  place: { channel: string; thread: string | null },
  content: Content,
  key: string,
): Promise<{ id: string }> {
  const { store, clock } = parts
  const seq = await store.together(() => {
    const channel = channelNamed(parts, place.channel)
    const thread = place.thread === null ? null : rootOf(parts, channel, place.thread)
    return store.messages.add({ channel: channel.id, thread, key, author: null, content, at: clock.now() })
  })
  const id = store.messages.idOf(seq)
  tellThread(parts, place.channel, place.thread ?? id)
  return { id }
}

/** Changes what a message of the station shows. */
export async function revise(parts: Parts, channel: string, id: string, content: Content): Promise<{ id: string }> {
  const { store, clock } = parts
  const message = await store.together(() => {
    const it = store.messages.find(id)
    if (!it || it.author !== null || it.channel !== channelNamed(parts, channel).id)
      throw new Refusal(404, 'unknown-message', { message: id.slice(0, 80) })
    store.messages.revise(it.seq, content, clock.now(), false)
    return it
  })
  tellThread(parts, channel, threadId(parts, message) ?? id)
  return { id }
}

export const threadId = ({ store }: Parts, message: Message): string | null =>
  message.thread === null ? null : store.messages.idOf(message.thread)

export const tellThread = ({ bus }: Parts, channel: string, thread: string): void =>
  bus.tell({ kind: 'thread', channel, thread })
