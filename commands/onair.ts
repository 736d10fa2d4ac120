import { memberName } from '../src/desk/members.ts'
import { airingAt, nextAiring } from '../src/model/grid.ts'
import { Refused } from '../src/model/refused.ts'
import { ROLES } from '../src/model/station.ts'
import { commandWords } from '../src/wording/commands.ts'
import { momentText, timeText } from '../src/wording/moments.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'

export const onair: Command<null> = {
  name: 'onair',
  usage: { nl: '/onair', en: '/onair' },
  summary: { nl: 'Wat is er nu in de lucht, en straks?', en: 'What is on the air now, and next?' },
  who: ROLES,
  parse(words) {
    if (words.trim() !== '') throw new Refused('usage', { problem: 'end', found: words.trim().slice(0, 40) })
    return null
  },
  async run(act) {
    const { station, now } = act
    const language = languageOf(act)
    const say = commandWords(language)
    const current = airingAt(station, now)
    const next = nextAiring(station, now)
    const hosts = current?.programme.hosts.map((id) => memberName(station, id)) ?? []
    return privately(current ? say.onAir(current.programme.name, timeText(station.zone, current.to)) : say.offAir, {
      facts: [
        ...(current
          ? [
              { label: say.hosts, value: hosts.join(', ') || say.nobody },
              { label: say.channel, value: `#${current.programme.channel}` },
            ]
          : []),
        {
          label: say.next,
          value: next
            ? say.nextUp(next.programme.name, momentText(language, station.zone, next.from))
            : say.nothingNext,
        },
      ],
    })
  },
}
