import { MINUTE } from '../../../src/model/clock.ts'
import type { Answer } from './call.ts'
import { Declined } from './declined.ts'
import { newId } from './ids.ts'
import { content } from './methods/content.ts'
import { noticed, toPerson } from './notice.ts'
import { shownMessage } from './shapes.ts'
import type { Slack } from './slack.ts'
import type { Args, Message } from './types.ts'

/** Where an act came from, so that its answer finds the way back. */
export interface Origin {
  user: string
  channel: string
  thread: string | null
  /** The message whose button was pressed. */
  message: string | null
}
interface Hook extends Origin {
  since: number
  uses: number
}

/** "up to 5 times within 30 minutes" (docs.slack.dev/interactivity/handling-user-interaction). */
const USES = 5
const LASTS = 30 * MINUTE

export class ResponseUrls {
  readonly known = new Map<string, Hook>()

  make(slack: Slack, kind: 'actions' | 'commands' | 'app', origin: Origin): string {
    const path = `/${kind}/${slack.workspace.id}/${newId('')}/${newId('')}`
    this.known.set(path, { ...origin, since: slack.clock.steady(), uses: 0 })
    if (this.known.size > 10_000) this.known.delete(this.known.keys().next().value ?? '')
    return `https://hooks.slack.com${path}`
  }
}

/** Takes an answer to a command or an action. What Slack says of bad ones is from memory. */
export function respond(slack: Slack, path: string, body: string): Answer {
  const hook = slack.responseUrls.known.get(path)
  const told = (status: number, text: string, error: string | null): Answer => {
    slack.saw({ method: 'response_url', args: { path, body }, status, ok: status === 200, error })
    return { status, headers: { 'content-type': 'text/plain' }, body: text }
  }
  if (!hook) return told(404, 'no_such_url', 'no_such_url')
  if (slack.clock.steady() - hook.since > LASTS) return told(404, 'expired_url', 'expired_url')
  if (hook.uses >= USES) return told(404, 'used_url', 'used_url')
  let args: Args
  try {
    args = JSON.parse(body) as Args
  } catch {
    return told(400, 'invalid_payload', 'invalid_payload')
  }
  try {
    answerAt(slack, hook, args)
  } catch (error) {
    if (!(error instanceof Declined)) throw error
    return told(400, JSON.stringify({ ok: false, error: error.code, ...error.extra }), error.code)
  }
  hook.uses++
  return told(200, 'ok', null)
}

/** Carries out what an answer asks for; also used for what an app gives back with its acknowledgement. */
export function answerAt(slack: Slack, origin: Origin, args: Args): void {
  const channel = slack.workspace.channel(origin.channel)
  const original = origin.message ? channel.byTs.get(origin.message) : undefined
  const ephemeral = slack.privately.find((one) => one.ts === origin.message && one.to === origin.user)
  if (args.delete_original === true) {
    if (ephemeral) slack.privately.splice(slack.privately.indexOf(ephemeral), 1)
    else if (original) slack.events.deleted(channel, original)
    return
  }
  const { metadata: _, ...said } = content(args)
  const thread = typeof args.thread_ts === 'string' ? args.thread_ts : origin.thread
  if (args.replace_original === true && ephemeral) {
    delete ephemeral.blocks
    Object.assign(ephemeral, said)
    ephemeral.seq = slack.journal.note('private', channel, ephemeral, origin.user)
    noticed(slack, 'response_url', channel, ephemeral, args)
  } else if (args.replace_original === true && original) {
    const before = shownMessage({ ...original })
    delete original.blocks
    Object.assign(original, said)
    noticed(slack, 'response_url', channel, original, args)
    slack.events.changed(channel, original, before)
  } else if (args.response_type === 'in_channel') {
    const { workspace } = slack
    const message: Message = {
      type: 'message',
      user: workspace.botUser,
      ts: workspace.stamps.next(),
      bot_id: workspace.botId,
      app_id: workspace.appId,
      team: workspace.id,
      ...said,
      ...(thread ? { thread_ts: thread } : {}),
    }
    workspace.place(channel, message)
    noticed(slack, 'response_url', channel, message, args)
    slack.events.message(channel, message)
  } else {
    const ts = toPerson(slack, origin.user, channel, said, thread)
    noticed(slack, 'response_url', channel, { type: 'message', ts, ...said }, args)
  }
}
