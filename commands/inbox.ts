import { type Which, inbox as waitingNow } from '../src/desk/inbox.ts'
import { ANSWERING, programmeCalled } from '../src/desk/members.ts'
import { waitingLine } from '../src/desk/waiting-line.ts'
import { isUrgent } from '../src/model/care.ts'
import { commandWords } from '../src/wording/commands.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'

export const inbox: Command<Which> = {
  name: 'inbox',
  usage: {
    nl: '/inbox [all, mine, unclaimed, care, complaints of een programma]',
    en: '/inbox [all, mine, unclaimed, care, complaints or a programme]',
  },
  summary: { nl: 'Wie wacht er op antwoord?', en: 'Who waits for an answer?' },
  who: [...ANSWERING, 'researcher'],
  parse(words, _place, act) {
    const which = words.trim().toLowerCase()
    if (which === '' || which === 'all') return 'all'
    if (which === 'mine' || which === 'unclaimed' || which === 'care' || which === 'complaints') return which
    return { programme: programmeCalled(act.station, words.trim()).id }
  },
  async run(act, which) {
    const say = commandWords(languageOf(act))
    const { waiting, total } = await waitingNow(act, which)
    if (total === 0) return privately(say.nobodyWaits)
    return privately(say.waiting(total, waiting.length, waiting[0]?.care.some(isUrgent) ?? false), {
      facts: waiting.map((it) => ({ label: `#${it.number}`, value: waitingLine(act, it, languageOf(act)) })),
    })
  },
}
