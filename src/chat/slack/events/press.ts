import { z } from 'zod'
import { decodeAction } from '../buttons.ts'
import { type Heard, type Hearing, NOTHING, type Origin } from './heard.ts'
import { momentOf } from './moment.ts'

/** docs.slack.dev/reference/interaction-payloads/block_actions-payload. */
const PRESS = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  container: z
    .object({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .default({}),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  view: z.looseObject({ type: z.string() }).optional(),
  actions: z
    .array(
      z.object({
        type: z.string(),
        action_id: z.string(),
        action_ts: z.string().optional(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string().optional() }).nullish(),
      }),
    )
    .min(1),
})

/** Which answer the question whether something typed is to be sent; a list or a card that one looked up stays. */
const ANSWERING = new Set(['send', 'keep'])

/** Somebody pressed or chose something: under a message, on the own page, or in a form. */
export function heardPress(body: unknown, hearing: Hearing): Heard {
  const read = PRESS.safeParse(body)
  if (!read.success) return NOTHING
  const { user, trigger_id, response_url = null, channel, container, message, view, actions } = read.data
  if (view?.type === 'modal') return { kind: 'types-in-form', by: user.id, view }
  const [element] = actions
  const pressed = element ? decodeAction(element) : null
  if (!element || !pressed) return NOTHING
  const inThread = container.thread_ts ?? message?.thread_ts ?? null
  // Under a root with no replies yet nobody sees what is said in its thread.
  const origin: Origin = { user: user.id, channel: channel?.id ?? null, thread: inThread, respond: response_url }
  const name = channel ? hearing.channelName(channel.id) : null
  const place = {
    by: user.id,
    channel: name ?? '',
    thread: name === null ? null : (inThread ?? (container.is_ephemeral ? null : (container.message_ts ?? null))),
  }
  const { action, value, opensForm } = pressed
  if (opensForm)
    return { kind: 'asks-form', trigger: trigger_id, asked: { ...place, action, value, typed: {} }, origin }
  const at = element.action_ts ? momentOf(element.action_ts) : hearing.now()
  const event = { ...place, kind: 'action' as const, id: trigger_id, at, action, value, form: {} }
  return container.is_ephemeral && response_url !== null && ANSWERING.has(action)
    ? { kind: 'answers-question', event, origin: { ...origin, respond: response_url } }
    : { kind: 'act', event, origin }
}
