import { find as search } from '../src/desk/find.ts'
import { ANSWERING } from '../src/desk/members.ts'
import { NETWORK_LABEL } from '../src/model/network.ts'
import { Refused } from '../src/model/refused.ts'
import { commandWords } from '../src/wording/commands.ts'
import { momentText } from '../src/wording/moments.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'

export const find: Command<{ query: string }> = {
  name: 'find',
  usage: { nl: '/find woorden, of /find @lezer', en: '/find words, or /find @reader' },
  summary: {
    nl: 'Zoek in alles wat er geschreven is, en wie het schreef',
    en: 'Search what was written, and who wrote',
  },
  who: [...ANSWERING, 'researcher'],
  parse(words) {
    const query = words.trim().slice(0, 200)
    if (query === '') throw new Refused('usage', { problem: 'words', found: '' })
    return { query }
  },
  async run(act, { query }) {
    const language = languageOf(act)
    const say = commandWords(language)
    const { hits, people, more } = await search(act, query)
    if (hits.length + people.length === 0) return privately(say.nothingFound(query))
    return privately(say.found(query, more), {
      facts: [
        ...people.map((it) => ({
          label: say.person(it.handle),
          value: [NETWORK_LABEL[it.network], ...it.conversations.map((number) => `#${number}`)].join(' · '),
        })),
        ...hits.map((it) => ({
          label: `${it.number}.${it.ordinal}`,
          value: [
            `“${it.line}”`,
            it.who,
            NETWORK_LABEL[it.network],
            momentText(language, act.station.zone, it.at),
            ...(it.state === 'closed' ? [say.closedMark] : []),
          ].join(' · '),
        })),
      ],
      about: { conversations: hits.map((it) => it.number) },
    })
  },
}
