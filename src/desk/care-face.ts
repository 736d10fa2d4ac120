import { type CareKind, isUrgent } from '../model/care.ts'
import type { Button, Content } from '../model/chat.ts'
import { hasPhrase, readPhrase, wordsOf } from '../model/words.ts'
import type { Conversation } from '../store/conversations.ts'
import { careLabels } from '../wording/care.ts'
import type { Act } from './act.ts'
import { toWarn } from './mark-care.ts'
import { memberName } from './members.ts'

/** Nobody says in the hundredth message of which library he is. */
const LOOKED_THROUGH = 100

/** What stands above a marked conversation's card: what may be the matter, what to do, and who knows of it. */
export async function careFace(
  act: Act,
  conversation: Conversation,
  standing: readonly CareKind[],
): Promise<Pick<Content, 'care'>> {
  if (standing.length === 0) return {}
  const { language, care } = act.station
  const say = careLabels(language)
  const urgent = standing.filter(isUrgent)
  const warned = toWarn(act, urgent).map((id) => memberName(act.station, id))
  return {
    care: {
      label: say.label(standing),
      tone: urgent.length > 0 ? 'danger' : 'notice',
      lines: [
        ...urgent.flatMap((kind) => care[kind]?.protocol[language] ?? []),
        ...(warned.length > 0 ? [`${say.warned(warned)} ${say.noAutoAnswer}`] : []),
        ...(standing.includes('complaint') ? await routes(act, conversation.id) : []),
      ],
    },
  }
}

/** A person has looked and knows better than a word list. */
export const careButtons = (act: Act, { id }: Conversation, standing: readonly CareKind[]): Button[] =>
  standing.length === 0
    ? []
    : [{ action: 'care-clear', value: String(id), label: careLabels(act.station.language).clear(standing) }]

/** Where a complaint goes: the ways of the libraries that the reader names, else the general one. */
async function routes(act: Act, conversation: number): Promise<string[]> {
  const { libraries, care, language } = act.station
  const rows = await act.tx
    .selectFrom('message')
    .select('text')
    .where('conversation', '=', conversation)
    .where('direction', '=', 'in')
    .orderBy('ordinal')
    .limit(LOOKED_THROUGH)
    .execute()
  const said = rows.map(({ text }) => wordsOf(text))
  const named = libraries.filter(({ id, name }) =>
    [id.replaceAll('-', ' '), name].map(readPhrase).some((phrase) => said.some((words) => hasPhrase(words, phrase))),
  )
  const ways = named.flatMap(({ name, route }) => (route === null ? [] : [`${name}: ${route}`]))
  if (ways.length > 0) return ways
  return care.complaint ? [care.complaint.route[language]] : []
}
