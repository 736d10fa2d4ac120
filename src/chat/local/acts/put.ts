import type { Content } from '../../../model/chat.ts'
import { channelNamed, type Parts, rootOf } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import { contentOf, type Message } from '../store/messages.ts'

/** Puts a message of the station in a channel, or in a thread of it. As on any platform, twice put is twice there. */
export async function put(
  parts: Parts,
  place: { channel: string; thread: string | null },
  content: Content,
  key: string,
): Promise<{ id: string }> {
  const { store, clock } = parts
  const { seq, people } = await store.together(() => {
    const channel = channelNamed(parts, place.channel)
    const thread = place.thread === null ? null : rootOf(parts, channel, place.thread)
    const seq = store.messages.add({ channel: channel.id, thread, key, author: null, content, at: clock.now() })
    return { seq, people: content.quote?.deleted || content.quote?.edited ? forget(parts, content) : [] }
  })
  const id = store.messages.idOf(seq)
  tellThread(parts, place.channel, place.thread ?? id)
  tellPeople(parts, people)
  return { id }
}

/** Changes what a message of the station shows. */
export async function revise(parts: Parts, channel: string, id: string, content: Content): Promise<{ id: string }> {
  const { store, clock } = parts
  const { message, people } = await store.together(() => {
    const it = store.messages.find(id)
    if (!it || it.author !== null || it.channel !== channelNamed(parts, channel).id)
      throw new Refusal(404, 'unknown-message', { message: id.slice(0, 80) })
    const changed = JSON.stringify(contentOf(it).quote) !== JSON.stringify(content.quote)
    store.messages.revise(it.seq, content, clock.now(), false)
    return { message: it, people: changed ? forget(parts, content) : [] }
  })
  tellThread(parts, channel, threadId(parts, message) ?? id)
  tellPeople(parts, people)
  return { id }
}

/** What was deleted or changed in public must not stay readable in what somebody was told privately before. */
const forget = ({ store }: Parts, { about }: Content): string[] =>
  about?.conversation === undefined ? [] : store.privates.dropQuotes(about.conversation)

const tellPeople = ({ bus }: Parts, people: string[]): void => {
  for (const person of people) bus.tell({ kind: 'private', person, row: null })
}

export const threadId = ({ store }: Parts, message: Message): string | null =>
  message.thread === null ? null : store.messages.idOf(message.thread)

export const tellThread = ({ bus }: Parts, channel: string, thread: string): void =>
  bus.tell({ kind: 'thread', channel, thread })
