import { readArgs, textArg } from './args.ts'
import { Declined } from './declined.ts'
import { keep } from './kept.ts'
import { METHODS } from './methods/index.ts'
import type { Slack } from './slack.ts'
import type { TokenKind } from './tokens.ts'
import type { Args } from './types.ts'

/** What comes in for a method, and what goes back. */
export interface Call {
  method: string
  authorization: string
  contentType: string
  body: string
  query: string
}
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

/** One call of the Web API, from its bytes to its answer. Never throws. */
export function answerCall(slack: Slack, call: Call): Answer {
  let args: Args = {}
  let kind: TokenKind | null = null
  let accepted: readonly string[] = []
  try {
    args = readArgs(call.contentType, call.body, call.query)
    for (const fault of slack.spec?.(call.method, args) ?? []) keep(slack.violations, fault)
    const method = METHODS[call.method]
    if (!method) throw new Declined('unknown_method', { req_method: call.method })
    const token = /^Bearer (.+)$/.exec(call.authorization)?.[1] ?? textArg(args, 'token')
    delete args.token
    kind = slack.tokens.check(token, method.token ?? 'bot')
    accepted = typeof method.scopes === 'function' ? method.scopes(args, slack) : method.scopes
    slack.tokens.need(kind, accepted)
    const wait = slack.faults.limited(call.method) || slack.limits.forMethod(call.method, method.tier)
    if (wait > 0) return limited(slack, call.method, args, wait)
    for (const name of method.required ?? []) missing(args, name)
    return told(slack, call.method, args, 200, { ok: true, ...method.run(slack, args) }, kind, accepted)
  } catch (error) {
    if (!(error instanceof Declined)) throw error
    const { retryAfter, ...extra } = error.extra
    if (typeof retryAfter === 'number') return limited(slack, call.method, args, retryAfter)
    return told(slack, call.method, args, 200, { ok: false, error: error.code, ...extra }, kind, accepted)
  }
}

/** What is missing has a word of its own for some arguments (from the references of the methods). */
function missing(args: Args, name: string): void {
  if (
    textArg(args, name) !== '' ||
    (name === 'topic' && args.topic !== undefined) ||
    (name === 'purpose' && args.purpose !== undefined)
  )
    return
  if (name === 'channel') throw new Declined('channel_not_found')
  if (name === 'ts' || name === 'message_ts') throw new Declined('message_not_found')
  if (name === 'user') throw new Declined('user_not_found')
  const message = `[ERROR] missing required field: ${name}`
  throw new Declined('invalid_arguments', { response_metadata: { messages: [message] } })
}

function limited(slack: Slack, method: string, args: Args, seconds: number): Answer {
  slack.saw({ method, args, status: 429, ok: false, error: 'ratelimited' })
  return {
    status: 429,
    headers: { 'content-type': 'application/json; charset=utf-8', 'retry-after': String(seconds) },
    body: JSON.stringify({ ok: false, error: 'ratelimited' }),
  }
}

function told(
  slack: Slack,
  method: string,
  args: Args,
  status: number,
  body: Record<string, unknown>,
  kind: TokenKind | null,
  accepted: readonly string[],
): Answer {
  slack.saw({ method, args, status, ok: body.ok === true, error: typeof body.error === 'string' ? body.error : null })
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' }
  if (kind) headers['x-oauth-scopes'] = [...(kind === 'bot' ? slack.tokens.scopes : slack.tokens.appScopes)].join(',')
  if (accepted.length > 0) headers['x-accepted-oauth-scopes'] = accepted.join(',')
  return { status, headers, body: JSON.stringify(body) }
}
