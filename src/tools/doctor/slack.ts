import pino from 'pino'
import { createApi } from '../../chat/slack/api.ts'
import type { Api, Reply } from '../../chat/slack/parts.ts'
import type { SlackConfig } from '../../config.ts'
import type { Clock } from '../../model/clock.ts'
import type { Language, Station } from '../../model/station.ts'
import { doctorWords } from '../../wording/doctor.ts'
import { troubleText } from '../../wording/trouble.ts'
import { examineChannels } from './channels.ts'
import { bad, type Finding, note, well } from './finding.ts'
import { examineGroups } from './groups.ts'
import { missingScopes, whoWeAre } from './identity.ts'

export interface SlackPatient {
  slack: SlackConfig
  prefix: string
  /** The proxy without what stands before its @; null where there is none. */
  proxy: string | null
  station: Station
  /** The language of the findings. */
  language: Language
  /** Where Slack has to find the station, over HTTP. */
  address: string
  fetch: typeof fetch
  clock: Clock
}

/** Looks at everything of a workspace that the station needs. It only reads: nothing is made, joined or posted. */
export async function* examineSlack(patient: SlackPatient): AsyncGenerator<Finding> {
  const { slack, prefix, proxy, station, language, address } = patient
  const words = doctorWords(language)
  const log = pino({ level: 'silent' })
  const api = createApi({ botToken: slack.botToken, fetch: patient.fetch, clock: patient.clock, log }, () => {})

  const tested = await api.call('auth.test', {})
  const line = lineTrouble(tested, language, proxy !== null)
  if (line !== null) return yield bad(line)
  yield well(proxy === null ? words.reached : words.reachedThrough(proxy))
  if (slack.appToken !== null) yield await examineAppToken(api, slack.appToken, language)
  else yield note(words.signing(`${address}/slack/events`))

  const us = whoWeAre(tested)
  if ('refused' in us) return yield bad(troubleText(language, { code: 'slack-token', facts: { error: us.refused } }))
  yield well(words.bot(us.workspace, us.bot))
  const missing = missingScopes(tested)
  if (missing === null) yield note(words.scopesUnknown)
  else if (missing.length === 0) yield well(words.scopes)
  for (const scope of missing ?? []) yield bad(troubleText(language, { code: 'slack-scope', facts: { scope } }))

  yield* examineChannels(api, station, us.bot, words)
  yield* examineGroups(api, station, words)
  yield note(words.commands(`/${prefix}help`))
}

/**
 * A call without an answer says nothing of tokens: the rest would say the same once more. What never left ended at the
 * proxy where there is one.
 */
function lineTrouble(reply: Reply, language: Language, proxied: boolean): string | null {
  if (reply.kind === 'limited') return doctorWords(language).busy(Math.ceil(reply.after / 1000))
  if (reply.kind !== 'lost' && reply.kind !== 'unsent') return null
  const code = reply.kind === 'unsent' && proxied ? 'slack-proxy' : 'slack-unreachable'
  return troubleText(language, { code, facts: { reason: reply.reason } })
}

/** Asks for the address of a socket and does not open it; that alone needs the app's token and Socket Mode. */
async function examineAppToken(api: Api, token: string, language: Language): Promise<Finding> {
  const reply = await api.call('apps.connections.open', { token })
  if (reply.kind === 'ok') return well(doctorWords(language).appToken)
  const error = reply.kind === 'refused' ? reply.error : reply.kind === 'limited' ? 'ratelimited' : reply.reason
  return bad(troubleText(language, { code: 'slack-app-token', facts: { error } }))
}
