import { assign as give } from '../src/desk/assign.ts'
import { ANSWERING } from '../src/desk/members.ts'
import { Refused } from '../src/model/refused.ts'
import { commandWords } from '../src/wording/commands.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'
import { takeConversation } from './which-conversation.ts'

export const assign: Command<{ conversation: number; member: string }> = {
  name: 'assign',
  usage: { nl: '/assign 12 @curator-delft', en: '/assign 12 @curator-delft' },
  summary: { nl: 'Geef een gesprek aan een collega', en: 'Give a conversation to a colleague' },
  who: ANSWERING,
  parse(words, place) {
    const { at, rest } = takeConversation(words, place)
    if (rest === '') throw new Refused('usage', { problem: 'member', found: '' })
    return { conversation: at.conversation, member: rest }
  },
  async run(act, input) {
    const { to } = await give(act, input)
    return privately(commandWords(languageOf(act)).assigned(input.conversation, to.name))
  },
}
