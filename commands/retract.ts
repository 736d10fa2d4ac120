import { ANSWERING } from '../src/desk/members.ts'
import { retract as takeBack } from '../src/desk/retract.ts'
import { commandWords } from '../src/wording/commands.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'
import { type Addressed, onlyConversation } from './which-conversation.ts'

export const retract: Command<Addressed> = {
  name: 'retract',
  usage: { nl: '/retract 12', en: '/retract 12' },
  summary: { nl: 'Haal ons laatste antwoord terug, waar het netwerk dat kan', en: 'Take our latest reply back' },
  who: ANSWERING,
  parse: onlyConversation,
  async run(act, { conversation }) {
    const say = commandWords(languageOf(act))
    const { when } = await takeBack(act, { conversation })
    return privately(when === 'now' ? say.retracting(conversation) : say.retractLater(conversation))
  },
}
