import { z } from 'zod'
import { readId } from '../draw/ids.ts'
import { type Heard, type Hearing, NOTHING } from './heard.ts'

/** docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload. */
const SHORTCUT = z.object({
  user: z.object({ id: z.string() }),
  callback_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }),
  message: z.object({
    ts: z.string(),
    thread_ts: z.string().optional(),
    blocks: z.array(z.looseObject({ block_id: z.string().optional() })).default([]),
  }),
})
/** The one shortcut of the manifest. */
export const SHORTCUT_ID = 'reply'

/** Somebody chose to answer behind a message, the station's or another's in the same thread. */
export function heardShortcut(body: unknown, hearing: Hearing): Heard {
  const read = SHORTCUT.safeParse(body)
  if (!read.success || read.data.callback_id !== SHORTCUT_ID) return NOTHING
  const { user, trigger_id, response_url = null, channel, message } = read.data
  const conversation = readId(message.blocks[0]?.block_id ?? '')?.conversation ?? null
  return {
    kind: 'asks-form',
    trigger: trigger_id,
    asked: {
      by: user.id,
      channel: hearing.channelName(channel.id) ?? '',
      thread: message.thread_ts ?? message.ts,
      action: SHORTCUT_ID,
      value: conversation === null ? '' : String(conversation),
      typed: {},
    },
    origin: { user: user.id, channel: channel.id, thread: message.thread_ts ?? null, respond: response_url },
  }
}
