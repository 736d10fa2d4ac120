import { ANSWERING } from '../src/desk/members.ts'
import { tag as label } from '../src/desk/tag.ts'
import type { Station } from '../src/model/station.ts'
import { commandWords } from '../src/wording/commands.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'
import { takeConversation } from './which-conversation.ts'

export const tag: Command<{ conversation: number; add: string[]; remove: string[] }> = {
  name: 'tag',
  usage: { nl: '/tag 12 luisterboek, of /tag 12 -luisterboek', en: '/tag 12 luisterboek, or /tag 12 -luisterboek' },
  summary: { nl: 'Zeg met een trefwoord waar het om ging', en: 'Label what it was about' },
  who: [...ANSWERING, 'researcher'],
  parse(words, place, act) {
    const { at, rest } = takeConversation(words, place)
    const said = labelsIn(rest, act.station)
    return {
      conversation: at.conversation,
      add: said.filter((it) => !it.startsWith('-')),
      remove: said.filter((it) => it.startsWith('-')).map((it) => it.slice(1)),
    }
  },
  async run(act, input) {
    const { labels } = await label(act, input)
    const names = labels.map((id) => act.station.labels.find((it) => it.id === id)?.label ?? id)
    return privately(commandWords(languageOf(act)).tagged(input.conversation, names))
  },
}

/** Between commas, or one label of several words, or one word each. */
function labelsIn(text: string, station: Station): string[] {
  const isLabel = station.labels.some((it) => it.label.toLowerCase() === text.replace(/^-/, '').toLowerCase())
  const parts = isLabel ? [text] : text.split(text.includes(',') ? ',' : /\s+/)
  return parts.map((it) => it.trim()).filter((it) => it !== '')
}
