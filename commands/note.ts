import { note as writeNote } from '../src/desk/note.ts'
import { Refused } from '../src/model/refused.ts'
import { ROLES } from '../src/model/station.ts'
import { commandWords } from '../src/wording/commands.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'
import { takeAddressee } from './which-conversation.ts'

export const note: Command<{ conversation: number; text: string }> = {
  name: 'note',
  usage: { nl: '/note 12 tekst', en: '/note 12 text' },
  summary: { nl: 'Schrijf iets in de draad dat binnen blijft', en: 'Write something in the thread that stays inside' },
  who: ROLES,
  parse(words, place) {
    const { at, rest } = takeAddressee(words, place)
    if (rest === '') throw new Refused('usage', { problem: 'text', found: '' })
    return { conversation: at.conversation, text: rest }
  },
  async run(act, input) {
    await writeNote(act, input)
    return privately(commandWords(languageOf(act)).noted(input.conversation))
  },
}
