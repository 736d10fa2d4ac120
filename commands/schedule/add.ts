import type { Act } from '../../src/desk/act.ts'
import { DIRECTING } from '../../src/desk/members.ts'
import { type NewEntry, type Proposal, proposeEntry } from '../../src/desk/schedule/propose-entry.ts'
import type { Content } from '../../src/model/chat.ts'
import { NETWORK_LABEL } from '../../src/model/network.ts'
import { Refused } from '../../src/model/refused.ts'
import { momentText } from '../../src/wording/moments.ts'
import { scheduleWords } from '../../src/wording/schedule-command.ts'
import { languageOf } from '../answer.ts'
import type { Answer } from '../command.ts'
import { part } from './part.ts'
import { isEmpty, readTexts } from './read-texts.ts'
import { takeMoment } from './take-moment.ts'
import { takeProgramme } from './take-programme.ts'

const usage = {
  nl: '/schedule add programma moment tekst, zoals /schedule add ochtendblad morgen 09:15 Goedemorgen! Een eigen tekst voor een netwerk komt op een eigen regel: x: …',
  en: '/schedule add programme moment text, such as /schedule add ochtendblad tomorrow 09:15 Good morning! A text of its own for a network goes on a line of its own: x: …',
}

/** Shows what would air, and asks; only the button puts it on the schedule. */
export const add = part<NewEntry>({
  usage,
  who: DIRECTING,
  parse(words, act) {
    if (words.trim() === '') return null
    const { programme, rest } = takeProgramme(words, act.station)
    const { moment, rest: said } = takeMoment(rest, act)
    const texts = readTexts(said)
    if (isEmpty(texts)) throw new Refused('texts-missing', { usage: usage[languageOf(act)] })
    return { programme, moment, texts }
  },
  run: async (act, input) => question(act, input, await proposeEntry(act, input)),
})

function question(act: Act, { programme }: NewEntry, proposal: Proposal): Answer {
  const language = languageOf(act)
  const say = scheduleWords(language)
  const { entry, airings, lengths, texts, beside, sameText } = proposal
  const facts: NonNullable<Content['facts']> = [
    { label: entry.cron === null ? say.once : say.repeats, value: entry.cron ?? entry.once?.replace('T', ' ') ?? '' },
    { label: say.airs, value: airings.map((at) => momentText(language, act.station.zone, at)).join(', ') },
    ...lengths.map(({ network, length, max, parts }) => ({
      label: `${NETWORK_LABEL[network]} ${parts > 1 ? `${length} · ${say.inParts(parts)}` : `${length}/${max}`}`,
      value: texts[network] ?? '',
    })),
  ]
  if (beside.length > 0) facts.push({ label: say.careful, value: say.beside(beside.map((id) => `p${id}`).join(', ')) })
  if (sameText.length > 0) facts.push({ label: say.careful, value: say.sameText(sameText.join(', ')) })
  return [
    {
      kind: 'private',
      text: say.propose(programme.name),
      facts,
      buttons: [
        { action: 'schedule-add', value: entry.id, label: say.yes, style: 'primary' },
        { action: 'schedule-drop', value: entry.id, label: say.no },
      ],
    },
  ]
}
