import type { Tier } from './limits.ts'
import type { Slack } from './slack.ts'
import type { TokenKind } from './tokens.ts'
import type { Args } from './types.ts'

/** One method of the Web API. It answers with what stands beside `ok: true`, or throws Declined. */
export interface Method {
  /** Whose token it takes; `bot` unless it says otherwise. */
  token?: TokenKind | 'any'
  tier: Tier
  /** One of these is enough; empty for none. May depend on the arguments, as for the kinds of conversation. */
  scopes: readonly string[] | ((args: Args, slack: Slack) => readonly string[])
  required?: readonly string[]
  run(slack: Slack, args: Args): Record<string, unknown>
}
