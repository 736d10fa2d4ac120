import type { Act } from '../src/desk/act.ts'
import { type Waiting, type Which, inbox as waitingNow } from '../src/desk/inbox.ts'
import { ANSWERING, memberName, programmeCalled } from '../src/desk/members.ts'
import { NETWORK_LABEL } from '../src/model/network.ts'
import { commandWords } from '../src/wording/commands.ts'
import { momentText, spanText } from '../src/wording/moments.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'

export const inbox: Command<Which> = {
  name: 'inbox',
  usage: { nl: '/inbox [all, mine, unclaimed of een programma]', en: '/inbox [all, mine, unclaimed or a programme]' },
  summary: { nl: 'Wie wacht er op antwoord?', en: 'Who waits for an answer?' },
  who: [...ANSWERING, 'researcher'],
  parse(words, _place, act) {
    const which = words.trim().toLowerCase()
    if (which === '' || which === 'all') return 'all'
    if (which === 'mine' || which === 'unclaimed') return which
    return { programme: programmeCalled(act.station, words.trim()).id }
  },
  async run(act, which) {
    const say = commandWords(languageOf(act))
    const { waiting, total } = await waitingNow(act, which)
    if (total === 0) return privately(say.nobodyWaits)
    return privately(say.waiting(total, waiting.length), {
      facts: waiting.map((it) => ({ label: `#${it.number}`, value: line(act, it) })),
    })
  },
}

function line(act: Act, it: Waiting): string {
  const language = languageOf(act)
  const say = commandWords(language)
  return [
    act.station.programmes.find((programme) => programme.id === it.programme)?.name ?? say.night,
    it.kind === 'direct' ? `${NETWORK_LABEL[it.network]} (${say.direct})` : NETWORK_LABEL[it.network],
    `@${it.handle}`,
    `${say.waits(spanText(language, act.now - it.since))} (${momentText(language, act.station.zone, it.since)})`,
    it.claimedBy === null ? say.free : say.heldBy(memberName(act.station, it.claimedBy)),
  ].join(' · ')
}
