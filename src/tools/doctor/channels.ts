import { allChannels } from '../../chat/slack/channels.ts'
import type { Api } from '../../chat/slack/parts.ts'
import type { Station } from '../../model/station.ts'
import type { DoctorWords } from '../../wording/doctor.ts'
import { bad, type Finding, note, well } from './finding.ts'

/** Which of the station's channels are there. A private one that the bot is not in cannot be told from none at all. */
export async function* examineChannels(
  api: Api,
  { programmes, channels }: Station,
  bot: string,
  words: DoctorWords,
): AsyncGenerator<Finding> {
  const answer = await allChannels(api)
  if (!('got' in answer)) {
    yield bad(words.noChannels('refused' in answer ? answer.refused : answer.failed.kind))
    return
  }
  const found = new Map(answer.got.map((it) => [it.name, it]))
  const wanted = [...programmes.map(({ channel }) => channel), channels.night, channels.alarms]
  const those = (choose: (name: string) => boolean) => wanted.filter(choose).map((name) => `#${name}`)
  const archived = those((name) => found.get(name)?.archived === true)
  const inside = those((name) => found.get(name)?.archived === false && found.get(name)?.member === true)
  const outside = those((name) => found.get(name)?.archived === false && found.get(name)?.member === false)
  const absent = those((name) => !found.has(name))
  if (inside.length > 0) yield well(words.inChannels(inside))
  if (outside.length > 0) yield note(words.joins(outside))
  if (absent.length > 0) yield note(words.makes(absent, bot))
  if (archived.length > 0) yield bad(words.archived(archived, bot))
}
