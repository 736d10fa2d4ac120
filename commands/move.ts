import { ANSWERING } from '../src/desk/members.ts'
import { move as moveTo } from '../src/desk/move.ts'
import { Refused } from '../src/model/refused.ts'
import { commandWords } from '../src/wording/commands.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'
import { takeConversation } from './which-conversation.ts'

export const move: Command<{ conversation: number; programme: string }> = {
  name: 'move',
  usage: { nl: '/move 12 boek-kwijt', en: '/move 12 boek-kwijt' },
  summary: { nl: 'Verplaats een gesprek naar een ander programma', en: 'Move a conversation to another programme' },
  who: ANSWERING,
  parse(words, place) {
    const { at, rest } = takeConversation(words, place)
    if (rest === '') throw new Refused('usage', { problem: 'programme', found: '' })
    return { conversation: at.conversation, programme: rest }
  },
  async run(act, input) {
    const { programme } = await moveTo(act, input)
    return privately(commandWords(languageOf(act)).moved(input.conversation, programme.name))
  },
}
