import { z } from 'zod'
import { said } from '../text/said.ts'
import { changed, deleted } from './changed.ts'
import { attachmentsOf } from './files.ts'
import { type Heard, type Hearing, NOTHING, type Origin } from './heard.ts'
import { momentOf, threadOf } from './moment.ts'
import { type Envelope, isByPerson, MESSAGE, type Message, namesOf, selfOf } from './payload.ts'

const SHAPE = MESSAGE.extend({ channel: z.string(), channel_type: z.string().optional() })

/** What a person says; the other subtypes are joins, topics, pins and the like. */
const SPEECH = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message'])
const TO_US = /^\s*@schatkamer(?![\p{L}\p{N}_-])[\s:,]*/iu

/** Something was written, changed or deleted in a channel, or in somebody's conversation with the station. */
export function heardMessage(envelope: Envelope, hearing: Hearing): Heard {
  const { subtype } = envelope.event
  if (subtype === 'message_changed') return changed(envelope, hearing)
  if (subtype === 'message_deleted') return deleted(envelope, hearing)
  const read = SHAPE.safeParse(envelope.event)
  const self = selfOf(envelope)
  if (!read.success || !SPEECH.has(read.data.subtype) || !isByPerson(read.data, self)) return NOTHING
  const message = read.data
  const by = message.user ?? ''
  const origin: Origin = { user: by, channel: message.channel, thread: message.thread_ts ?? null, respond: null }
  // Not the event's id: what is read up later comes without one, and is the same message.
  const common = { id: `message ${message.channel} ${message.ts}`, at: momentOf(message.ts), by }
  const words = said(message, namesOf(self, hearing))
  if (message.channel_type === 'im') return spokenToUs(common, words.text, message, origin)
  const channel = hearing.channelName(message.channel)
  // What colleagues say to one another where the station is a guest is none of its business.
  if (channel === null && !TO_US.test(words.text)) return NOTHING
  return {
    kind: 'act',
    origin,
    event: {
      ...common,
      kind: 'message',
      channel: channel ?? '',
      thread: threadOf(message),
      message: message.ts,
      text: words.text,
      attachments: attachmentsOf(message.files),
      ...(words.toColleague && { toColleague: true }),
    },
  }
}

/** In a conversation with the station alone every word is for it. A command carries no file, so that is said as in a channel. */
function spokenToUs(
  common: { id: string; at: number; by: string },
  words: string,
  message: Message,
  origin: Origin,
): Heard {
  const text = words.replace(TO_US, '')
  const attachments = attachmentsOf(message.files)
  if (attachments.length === 0) return { kind: 'act', origin, event: { ...common, kind: 'command', channel: '', text } }
  return {
    kind: 'act',
    origin,
    event: {
      ...common,
      kind: 'message',
      channel: '',
      thread: null,
      message: message.ts,
      text: `@schatkamer ${text}`,
      attachments,
    },
  }
}
