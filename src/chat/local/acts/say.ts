import type { Content } from '../../../model/chat.ts'
import type { Attachment } from '../../../model/network.ts'
import { deskPageWording } from '../../../wording/desk-page.ts'
import { typed } from '../body.ts'
import { channelNamed, memberCalled, type Parts, rootOf } from '../parts.ts'
import type { Private } from '../store/privates.ts'
import type { Channel, Member } from '../store/rooms.ts'
import { keep } from './keep.ts'
import { tellThread } from './put.ts'

export interface Said {
  as: string
  channel: string
  thread: string | null
  text: string
  attachments: Attachment[]
}

/** What was kept of it: an event for the station, or a private answer of the desk's own. */
export type Kept = { by: string; event: number; message: string | null } | { by: string; refused: Private }

/**
 * A member types something. A slash command is for the station alone; as in Slack there are none inside a thread.
 * Everything else stands in the channel or thread for all to read.
 */
export function say(parts: Parts, said: Said): Kept {
  const member = memberCalled(parts, said.as)
  const channel = channelNamed(parts, said.channel)
  const thread = said.thread === null ? null : rootOf(parts, channel, said.thread)
  const text = typed(said.text)
  const command = text.trimStart().startsWith('/')
  if (command && thread !== null) return { by: member.id, refused: slashInThread(parts, member, channel, thread, text) }
  return command ? order(parts, member, channel, text.trim()) : write(parts, member, channel, thread, { ...said, text })
}

function order(parts: Parts, member: Member, channel: Channel, text: string): Kept {
  const at = parts.clock.now()
  const event = parts.store.commit(() =>
    keep(
      parts,
      { channel: channel.id, thread: null, message: null },
      { kind: 'command', at, by: member.id, channel: channel.name, text },
    ),
  )
  return { by: member.id, event, message: null }
}

function write(parts: Parts, member: Member, channel: Channel, thread: number | null, said: Said): Kept {
  const { store, clock } = parts
  const at = clock.now()
  const { text, attachments } = said
  const content: Content = {
    kind: 'message',
    text,
    ...(attachments.length > 0 && {
      facts: attachments.map((it) => ({ label: it.kind, value: it.alt ?? '', url: it.url })),
    }),
  }
  const { event, id } = store.commit(() => {
    const seq = store.messages.add({ channel: channel.id, thread, key: null, author: member.id, content, at })
    const message = store.messages.idOf(seq)
    store.marks.markThread(member.id, thread ?? seq, seq)
    const deed = { kind: 'message', at, by: member.id, channel: channel.name, message, text, attachments } as const
    return {
      event: keep(parts, { channel: channel.id, thread, message: seq }, { ...deed, thread: said.thread }),
      id: message,
    }
  })
  tellThread(parts, channel.name, said.thread ?? id)
  return { by: member.id, event, message: id }
}

function slashInThread(parts: Parts, member: Member, channel: Channel, thread: number, text: string): Private {
  const { store, bus, clock } = parts
  const verb = /^\s*\/(\S*)/.exec(text)?.[1] ?? ''
  const content: Content = {
    kind: 'private',
    text: deskPageWording(member.language).slashInThread(verb.slice(0, 40)),
    about: { code: 'slash-in-thread' },
  }
  const row = store.commit(() =>
    store.privates.add({ person: member.id, event: 0, channel: channel.id, thread, at: clock.now() }, content),
  )
  bus.tell({ kind: 'private', person: member.id, row })
  return row
}
