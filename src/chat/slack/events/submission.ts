import { z } from 'zod'
import { type Heard, type Hearing, NOTHING } from './heard.ts'

/** docs.slack.dev/reference/interaction-payloads/view-interactions-payload. */
const SUBMISSION = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  view: z.looseObject({ id: z.string() }),
})

/** Somebody filled in a form of the station's and sent it. */
export function heardSubmission(body: unknown, hearing: Hearing): Heard {
  const read = SUBMISSION.safeParse(body)
  const sent = read.success ? hearing.submitted(read.data.view) : null
  if (!read.success || !sent) return NOTHING
  const { user, trigger_id, view } = read.data
  return {
    kind: 'sends-form',
    view,
    origin: {
      user: user.id,
      channel: sent.channel === '' ? null : hearing.channelId(sent.channel),
      thread: sent.thread,
      respond: null,
    },
    event: { kind: 'action', id: trigger_id, at: hearing.now(), by: user.id, ...sent },
  }
}
