import { ANSWERING } from '../src/desk/members.ts'
import { release as letGo } from '../src/desk/release.ts'
import { commandWords } from '../src/wording/commands.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'
import { type Addressed, onlyConversation } from './which-conversation.ts'

export const release: Command<Addressed> = {
  name: 'release',
  usage: { nl: '/release 12', en: '/release 12' },
  summary: { nl: 'Laat een gesprek weer los', en: 'Let a conversation go' },
  who: ANSWERING,
  parse: onlyConversation,
  async run(act, { conversation }) {
    await letGo(act, conversation)
    return privately(commandWords(languageOf(act)).released(conversation))
  },
}
