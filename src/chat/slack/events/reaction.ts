import { z } from 'zod'
import { type Heard, type Hearing, NOTHING } from './heard.ts'
import { momentOf } from './moment.ts'
import { type Envelope, selfOf } from './payload.ts'

const REACTION = z.object({
  user: z.string(),
  reaction: z.string(),
  event_ts: z.string(),
  item: z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
})

/** Somebody put under a message an emoji that the station takes for a command. */
export function heardReaction(envelope: Envelope, hearing: Hearing): Heard {
  const read = REACTION.safeParse(envelope.event)
  if (!read.success || read.data.user === selfOf(envelope)) return NOTHING
  const { user, reaction, event_ts, item } = read.data
  const name = reaction.replace(/::skin-tone-\d$/, '')
  const reactions = hearing.reactions()
  const command = Object.hasOwn(reactions, name) ? reactions[name] : undefined
  const channel = hearing.channelName(item.channel)
  if (command === undefined || channel === null) return NOTHING
  return {
    kind: 'act',
    origin: { user, channel: item.channel, thread: null, respond: null },
    event: {
      kind: 'command',
      id: envelope.event_id,
      at: momentOf(event_ts),
      by: user,
      channel,
      text: command,
      thread: item.ts,
    },
  }
}
