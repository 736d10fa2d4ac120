import type { Act } from '../../src/desk/act.ts'
import { airingsOfDay, type Line } from '../../src/desk/schedule/airings.ts'
import type { Content } from '../../src/model/chat.ts'
import { addDays, dateAt, instantOf, type LocalDate, localAt, timeOf } from '../../src/model/local-time.ts'
import { NETWORK_LABEL } from '../../src/model/network.ts'
import { ROLES } from '../../src/model/station.ts'
import { dayText } from '../../src/wording/moments.ts'
import { reasonText } from '../../src/wording/reasons.ts'
import { scheduleLabels } from '../../src/wording/schedule.ts'
import { scheduleWords } from '../../src/wording/schedule-command.ts'
import { languageOf } from '../answer.ts'
import { type Part, part } from './part.ts'

const DAYS_OF_WEEK = 7

const list = (verb: string, days: number): Part<true> => ({
  usage: { nl: `/schedule ${verb}`, en: `/schedule ${verb}` },
  who: ROLES,
  parse: (words) => (words.trim() === '' ? true : null),
  async run(act) {
    const today = dateAt(act.now, act.station.zone)
    const contents: Content[] = []
    for (let day = 0; day < days; day++) contents.push(await dayContent(act, addDays(today, day)))
    return contents
  },
})

/** What airs today, and in the coming seven days. */
export const today = part(list('today', 1))
export const week = part(list('week', DAYS_OF_WEEK))

async function dayContent(act: Act, date: LocalDate): Promise<Content> {
  const language = languageOf(act)
  const say = scheduleWords(language)
  const lines = await airingsOfDay(act, date)
  const day = dayText(language, act.station.zone, instantOf(`${date}T12:00`, act.station.zone))
  return {
    kind: 'private',
    text: lines.length === 0 ? say.emptyDay(day) : say.day(day, lines.length),
    ...(lines.length > 0 ? { facts: lines.map((line) => factOf(act, line)) } : {}),
  }
}

function factOf(act: Act, { post, line, variants }: Line): NonNullable<Content['facts']>[number] {
  const programme = act.station.programmes.find((it) => it.id === post.programme)?.name ?? post.programme
  const url = variants.find((it) => it.state === 'sent' && it.url !== null)?.url
  return {
    label: `${timeOf(localAt(post.due_at, post.zone))} · p${post.id}`,
    value: [programme, stateOf(act, { post, line, variants }), line].join(' · '),
    ...(url ? { url } : {}),
  }
}

function stateOf(act: Act, { post, variants }: Line): string {
  const language = languageOf(act)
  const labels = scheduleLabels(language)
  if (post.state === 'out')
    return variants.map((it) => `${NETWORK_LABEL[it.network]} ${labels.mark[it.state]}`).join(' ')
  const state = labels.post[post.state]
  if (post.reason === null) return post.moved === 1 ? `${state} (${scheduleWords(language).moved})` : state
  const why =
    labels.lateness[post.reason] ?? scheduleWords(language).why[post.reason] ?? reasonText(language)(post.reason)
  return `${state} (${why})`
}
