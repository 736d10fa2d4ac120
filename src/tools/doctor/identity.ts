import { z } from 'zod'
import type { Reply } from '../../chat/slack/parts.ts'
import { BOT_SCOPES, type BotScope } from '../slack-manifest/scopes.ts'

const IDENTITY = z.object({ team: z.string(), user: z.string() })
/** The WebClient puts there what the header `x-oauth-scopes` says. */
const SCOPES = z.object({ response_metadata: z.object({ scopes: z.array(z.string()) }) })

/** The workspace and the bot that a token belongs to, from the answer of `auth.test`. */
export function whoWeAre(tested: Reply): { workspace: string; bot: string } | { refused: string } {
  if (tested.kind === 'refused') return { refused: tested.error }
  const found = IDENTITY.safeParse(tested.kind === 'ok' ? tested.body : null)
  return found.success ? { workspace: found.data.team, bot: found.data.user } : { refused: 'unreadable answer' }
}

/** What the app needs and was not given when it was installed; null where Slack does not say. */
export function missingScopes(tested: Reply): BotScope[] | null {
  const found = SCOPES.safeParse(tested.kind === 'ok' ? tested.body : null)
  if (!found.success) return null
  const granted = new Set(found.data.response_metadata.scopes)
  return BOT_SCOPES.filter((scope) => !granted.has(scope) && !granted.has(scope.replace('write.topic', 'write')))
}
