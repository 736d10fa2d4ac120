import { hasRole } from '../src/desk/members.ts'
import { ROLES } from '../src/model/station.ts'
import { commandWords } from '../src/wording/commands.ts'
import { rolesText } from '../src/wording/desk.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'
import type { Entry } from './entry.ts'

/** Help on all commands that the asker may use, or on one; `find` refuses a name that does not exist. */
export const helpOn = (
  all: () => readonly Entry[],
  find: (name: string) => Entry,
): Command<{ about: Entry | null }> => ({
  name: 'help',
  usage: { nl: '/help [opdracht]', en: '/help [command]' },
  summary: { nl: 'Wat kan ik hier doen?', en: 'What can I do here?' },
  who: ROLES,
  parse(words) {
    const name = words.trim()
    return { about: name === '' ? null : find(name) }
  },
  async run(act, { about }) {
    const language = languageOf(act)
    const say = commandWords(language)
    if (about === null)
      return privately(say.help, {
        facts: all()
          .filter((it) => hasRole(act.by, it.who))
          .map((it) => ({ label: `/${it.name}`, value: it.summary[language] })),
      })
    return privately(`/${about.name}: ${about.summary[language]}`, {
      facts: [
        { label: say.usage, value: about.usage[language] },
        { label: say.who, value: rolesText(language, about.who.join(', ')) },
      ],
    })
  },
})
