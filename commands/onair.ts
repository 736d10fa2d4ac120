import { onAirNow } from '../src/desk/on-air.ts'
import { Refused } from '../src/model/refused.ts'
import { ROLES } from '../src/model/station.ts'
import { languageOf } from './answer.ts'
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
  run: async (act) => [onAirNow(act, languageOf(act))],
}
