import { claim as take } from '../src/desk/claim.ts'
import { ANSWERING } from '../src/desk/members.ts'
import { commandWords } from '../src/wording/commands.ts'
import { timeText } from '../src/wording/moments.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'
import { type Addressed, onlyConversation } from './which-conversation.ts'

export const claim: Command<Addressed> = {
  name: 'claim',
  usage: { nl: '/claim 12', en: '/claim 12' },
  summary: { nl: 'Pak een gesprek op', en: 'Take a conversation' },
  who: ANSWERING,
  parse: onlyConversation,
  async run(act, { conversation }) {
    const { until } = await take(act, conversation)
    return privately(commandWords(languageOf(act)).claimed(conversation, timeText(act.station.zone, until)))
  },
}
