import { lookUpConversation, lookUpHistory } from '../src/desk/look-up.ts'
import { ANSWERING } from '../src/desk/members.ts'
import { Refused } from '../src/model/refused.ts'
import { commandWords } from '../src/wording/commands.ts'
import { historyText } from '../src/wording/history.ts'
import { momentText } from '../src/wording/moments.ts'
import { languageOf, privately } from './answer.ts'
import type { Command } from './command.ts'
import { takeConversation } from './which-conversation.ts'

const HISTORY = ['history', 'geschiedenis']

export const conversation: Command<{ number: number; history: boolean }> = {
  name: 'conversation',
  usage: { nl: '/conversation 12, of /conversation 12 history', en: '/conversation 12, or /conversation 12 history' },
  summary: { nl: 'Bekijk een gesprek, of wie er wat deed', en: 'See a conversation, or who did what in it' },
  who: [...ANSWERING, 'researcher'],
  parse(words, place) {
    const { at, rest } = takeConversation(words, place)
    const history = HISTORY.includes(rest.toLowerCase())
    if (rest !== '' && !history) throw new Refused('usage', { problem: 'choice', found: rest.slice(0, 40) })
    return { number: at.conversation, history }
  },
  async run(act, { number, history }) {
    const language = languageOf(act)
    if (history)
      return privately(commandWords(language).history(number), {
        facts: (await lookUpHistory(act, number)).map((event) => ({
          label: momentText(language, act.station.zone, event.at),
          value: historyText(language, event),
        })),
        about: { conversation: number, conversations: [number] },
      })
    const { card, messages } = await lookUpConversation(act, number)
    return [{ ...card, kind: 'private' }, ...messages]
  },
}
