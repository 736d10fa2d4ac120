import { z } from 'zod'
import { saidToUs } from '../text/said.ts'
import { type Heard, type Hearing, NOTHING } from './heard.ts'
import { namesOf } from './payload.ts'

/** docs.slack.dev/interactivity/implementing-slash-commands. */
const COMMAND = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
})

/** A slash command. Slack has none in threads. */
export function heardCommand(body: unknown, hearing: Hearing): Heard {
  const read = COMMAND.safeParse(body)
  if (!read.success) return NOTHING
  const { command, text, user_id: by, channel_id, trigger_id, response_url } = read.data
  const ours = `/${hearing.prefix}`
  const name = command.startsWith(ours) ? command.slice(ours.length) : command.slice(1)
  return {
    kind: 'act',
    origin: { user: by, channel: channel_id, thread: null, respond: response_url },
    event: {
      kind: 'command',
      id: trigger_id,
      at: hearing.now(),
      by,
      channel: hearing.channelName(channel_id) ?? '',
      text: `/${name} ${saidToUs(text, namesOf(null, hearing))}`.trim(),
    },
  }
}
