import type { Taken } from '../delivery/deliver.ts'
import { newId } from '../ids.ts'
import type { Slack } from '../slack.ts'

/** What a person sees who acts: Slack's triangle where the app did not take it in time. Not tried again. */
export async function act(
  slack: Slack,
  user: string,
  type: 'interactive' | 'slash_commands',
  payload: Record<string, unknown>,
): Promise<Record<string, unknown> | null> {
  const about = String(payload.type ?? payload.command)
  const taken: Taken = await slack.send({ type, id: newId('Ac'), about, payload }, { attempt: 0, reason: '' })
  if (!taken.acked)
    slack.errorsSeen.push({ user, about, reason: taken.reason === 'timeout' ? 'operation_timeout' : taken.reason })
  slack.changed()
  return taken.acked ? taken.body : null
}
