import { ANSWERING } from '../src/desk/members.ts'
import { reopen as takeUpAgain } from '../src/desk/reopen.ts'
import { commandWords } from '../src/wording/commands.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'
import { type Addressed, onlyConversation } from './which-conversation.ts'

export const reopen: Command<Addressed> = {
  name: 'reopen',
  usage: { nl: '/reopen 12', en: '/reopen 12' },
  summary: { nl: 'Heropen een gesloten gesprek', en: 'Reopen a closed conversation' },
  who: ANSWERING,
  parse: onlyConversation,
  async run(act, { conversation }) {
    await takeUpAgain(act, conversation)
    return privately(commandWords(languageOf(act)).reopened(conversation))
  },
}
