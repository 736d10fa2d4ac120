import type { Act } from '../src/desk/act.ts'
import { draftContent } from '../src/desk/draft-line.ts'
import { ANSWERING, DIRECTING, hasRole } from '../src/desk/members.ts'
import { pause, resume } from '../src/desk/pause.ts'
import { postContent } from '../src/desk/schedule/announce.ts'
import { type StationState, stationState } from '../src/desk/station-state.ts'
import type { Content } from '../src/model/chat.ts'
import { Refused } from '../src/model/refused.ts'
import { commandWords } from '../src/wording/commands.ts'
import { momentText } from '../src/wording/moments.ts'
import { reasonText } from '../src/wording/reasons.ts'
import { languageOf, privately } from './answer.ts'
import type { Answer, Command } from './command.ts'
import { networkFact } from './station/network-fact.ts'

export const station: Command<'show' | 'pause' | 'resume'> = {
  name: 'station',
  usage: { nl: '/station, /station pause, of /station resume', en: '/station, /station pause, or /station resume' },
  summary: { nl: 'Hoe staat de zender ervoor? Zet hem op pauze', en: 'How does the station stand? Pause it' },
  who: [...ANSWERING, 'researcher'],
  parse(words) {
    const said = words.trim().toLowerCase()
    if (said === '') return 'show'
    if (said === 'pause' || said === 'resume') return said
    throw new Refused('usage', { problem: 'choice', found: said.slice(0, 40) })
  },
  async run(act, what) {
    const say = commandWords(languageOf(act))
    if (what === 'show') return show(act, await stationState(act))
    if (!hasRole(act.by, DIRECTING))
      throw new Refused('no-right', { command: `station ${what}`, roles: DIRECTING.join(', ') })
    if (what === 'resume') return privately(say.stationResumed((await resume(act)).held))
    await pause(act)
    return privately(say.stationPaused)
  },
}

async function show(act: Act, state: StationState): Promise<Answer> {
  const language = languageOf(act)
  const say = commandWords(language)
  const at = (ms: number) => momentText(language, act.station.zone, ms)
  const { chat, network, unknown } = state.outbox
  return [
    ...privately(say.station, {
      facts: [
        { label: say.state, value: state.paused ? say.paused(state.paused.who, at(state.paused.at)) : say.running },
        ...state.networks.map((it) => networkFact(act, it)),
        { label: say.outbox, value: say.outboxCounts(network, chat, unknown) },
      ],
    }),
    ...privately(say.forPerson(state.forPerson.length + state.forApproval.length)),
    ...(await Promise.all(state.forPerson.map((delivery) => stuck(act, delivery)))),
    ...(await Promise.all(state.forApproval.map((post) => asked(act, post)))),
  ]
}

/** A post that is dear comes with the buttons that let it out or drop it. */
const asked = async (act: Act, post: number): Promise<Content> => ({
  ...(await postContent(act, post)),
  kind: 'private',
})

/** A reply comes with the buttons that settle it; anything else with its reason. */
async function stuck(act: Act, delivery: StationState['forPerson'][number]): Promise<Content> {
  if (delivery.subject === 'draft') return { ...(await draftContent(act, delivery.subject_id)), kind: 'private' }
  const say = commandWords(languageOf(act))
  return {
    kind: 'private',
    text: say.stuck(
      `${delivery.to} · ${delivery.subject} ${delivery.subject_id}`,
      reasonText(languageOf(act))(delivery.reason),
    ),
  }
}
