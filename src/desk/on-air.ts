import type { Content } from '../model/chat.ts'
import { airingAt, nextAiring } from '../model/grid.ts'
import type { Language } from '../model/station.ts'
import { commandWords } from '../wording/commands.ts'
import { momentText, timeText } from '../wording/moments.ts'
import type { Act } from './act.ts'
import { memberName } from './members.ts'

/** What is on the air at this moment, who hosts it, and what comes next. */
export function onAirNow({ station, now }: Act, language: Language): Content {
  const say = commandWords(language)
  const current = airingAt(station, now)
  const next = nextAiring(station, now)
  const hosts = current?.programme.hosts.map((id) => memberName(station, id)) ?? []
  return {
    kind: 'private',
    text: current ? say.onAir(current.programme.name, timeText(station.zone, current.to)) : say.offAir,
    facts: [
      ...(current
        ? [
            { label: say.hosts, value: hosts.join(', ') || say.nobody },
            { label: say.channel, value: `#${current.programme.channel}` },
          ]
        : []),
      {
        label: say.next,
        value: next ? say.nextUp(next.programme.name, momentText(language, station.zone, next.from)) : say.nothingNext,
      },
    ],
  }
}
