import type { Logger } from 'pino'
import { z } from 'zod'
import type { Probe } from '../network.ts'
import { type Answer, type Graph, part } from './graph.ts'
import { refusalOf } from './problem.ts'
import type { FacebookSettings } from './settings.ts'
import { ID } from './shapes.ts'

/** What Facebook has to push to us. */
const PUSHED = ['feed', 'mention', 'messages']
const SUBSCRIBED = z.object({
  data: z.array(z.object({ id: ID, subscribed_fields: z.array(z.string()).nullish() })),
})
const DONE = z.object({ success: z.literal(true) })

/**
 * Sees to it that the page's news goes to our app, without which no webhook comes, however well it is registered. Null
 * where it does; otherwise what that says of our access. Done twice it is as good as done once.
 * @see https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps
 */
export async function subscribe(
  graph: Graph,
  { appId, pageId }: FacebookSettings,
  log: Logger,
  signal: AbortSignal,
): Promise<Probe | null> {
  const path = `${part(pageId)}/subscribed_apps`
  const answer = await graph.get(path, {}, signal)
  if (answer.kind !== 'ok') return failed(answer, log)
  const read = SUBSCRIBED.safeParse(answer.body)
  if (!read.success) return { status: 'unknown', why: 'unreadable answer' }
  const fields = read.data.data.filter(({ id }) => id === appId).flatMap((one) => one.subscribed_fields ?? [])
  if (PUSHED.every((field) => fields.includes(field))) return null
  // A subscription replaces the one before it: what else was chosen by hand stays.
  const wanted = [...new Set([...fields, ...PUSHED])].join(',')
  const made = await graph.post(path, { subscribed_fields: wanted })
  if (made.kind !== 'ok') return failed(made, log)
  if (!DONE.safeParse(made.body).success) return { status: 'unknown', why: 'unreadable answer' }
  log.info({ fields: wanted }, 'the page now pushes its news to our app')
  return null
}

/** What may pass is asked again soon, as a look at our access is; a no for another reason only slows down what comes in. */
function failed(answer: Exclude<Answer, { kind: 'ok' }>, log: Logger): Probe | null {
  if (answer.kind !== 'refused') return { status: 'unknown', why: answer.reason }
  const refusal = refusalOf(answer.problem)
  if (refusal === 'no-permission') return { status: 'dead', why: 'permission', detail: 'pages_manage_metadata' }
  if (refusal === 'auth' || refusal === 'rate-limit' || refusal === 'temporary')
    return { status: 'unknown', why: refusal }
  const { code, subcode } = answer.problem
  log.warn({ code, subcode }, 'the page could not be made to push its news to our app; we go on asking for it')
  return null
}
