import { z } from 'zod'
import { said } from '../text/said.ts'
import { type Heard, type Hearing, NOTHING } from './heard.ts'
import { momentOf, threadOf } from './moment.ts'
import { type Envelope, isByPerson, MESSAGE, type Message, namesOf, selfOf } from './payload.ts'

const CHANGE = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  event_ts: z.string(),
  message: MESSAGE.optional(),
  previous_message: MESSAGE.optional(),
})

/**
 * A message changed. Slack says so of much that is no change of words: a preview that was loaded, a reply that was
 * counted. A root that was deleted stays as a tombstone where it has replies.
 */
export function changed(envelope: Envelope, hearing: Hearing): Heard {
  const read = CHANGE.safeParse(envelope.event)
  if (!read.success || !read.data.message) return NOTHING
  const { message, previous_message: before } = read.data
  if (message.subtype === 'tombstone') return gone(envelope, read.data, before ?? null, hearing)
  const self = selfOf(envelope)
  const channel = hearing.channelName(read.data.channel)
  if (channel === null || !isByPerson(message, self)) return NOTHING
  const names = namesOf(self, hearing)
  const words = said(message, names)
  const earlier = before && said(before, names)
  if (words.text === earlier?.text && words.toColleague === earlier.toColleague) return NOTHING
  const by = message.user ?? ''
  return {
    kind: 'act',
    origin: { user: by, channel: read.data.channel, thread: message.thread_ts ?? null, respond: null },
    event: {
      kind: 'edited',
      id: envelope.event_id,
      at: momentOf(read.data.event_ts),
      by,
      channel,
      thread: threadOf(message),
      message: message.ts,
      text: words.text,
      ...(words.toColleague && { toColleague: true }),
    },
  }
}

export function deleted(envelope: Envelope, hearing: Hearing): Heard {
  const read = CHANGE.safeParse(envelope.event)
  return read.success ? gone(envelope, read.data, read.data.previous_message ?? null, hearing) : NOTHING
}

function gone(
  envelope: Envelope,
  { channel: id, event_ts }: z.infer<typeof CHANGE>,
  message: Message | null,
  hearing: Hearing,
): Heard {
  const channel = hearing.channelName(id)
  if (channel === null || message === null || !isByPerson(message, selfOf(envelope))) return NOTHING
  const by = message.user ?? ''
  return {
    kind: 'act',
    origin: { user: by, channel: id, thread: message.thread_ts ?? null, respond: null },
    event: {
      kind: 'deleted',
      id: envelope.event_id,
      at: momentOf(event_ts),
      by,
      channel,
      thread: threadOf(message),
      message: message.ts,
    },
  }
}
