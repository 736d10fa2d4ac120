import { close as end } from '../src/desk/close.ts'
import { ANSWERING } from '../src/desk/members.ts'
import type { CloseReason } from '../src/model/close-reason.ts'
import { Refused } from '../src/model/refused.ts'
import { readCloseReason } from '../src/wording/close-words.ts'
import { commandWords } from '../src/wording/commands.ts'
import { languageOf, privately } from './answer.ts'
import type { Command, Place } from './command.ts'
import { readNumber, splitWord } from './which-conversation.ts'

export const close: Command<{ conversations: number[]; reason: CloseReason; because: string }> = {
  name: 'close',
  usage: {
    nl: '/close 12 13 beantwoord, of /close 12 niet kunnen helpen omdat …',
    en: '/close 12 13 answered, or /close 12 could not help because …',
  },
  summary: { nl: 'Sluit een of meer gesprekken met een reden', en: 'Close one or more conversations with a reason' },
  who: ANSWERING,
  parse(words, place) {
    const { conversations, rest } = takeConversations(words, place)
    const read = readCloseReason(rest)
    if (!read) throw new Refused('usage', { problem: 'reason', found: rest.slice(0, 40) })
    return { conversations, ...read }
  },
  async run(act, input) {
    const { closed, already } = await end(act, input)
    return privately(commandWords(languageOf(act)).closed(closed, already))
  },
}

function takeConversations(words: string, place: Place): { conversations: number[]; rest: string } {
  const conversations: number[] = []
  let rest = words.trim()
  for (;;) {
    const [first, behind] = splitWord(rest)
    const at = readNumber(first.replace(/,$/, ''))
    if (!at) break
    conversations.push(at.conversation)
    rest = behind
  }
  if (conversations.length > 0) return { conversations, rest }
  if (place.conversation !== null) return { conversations: [place.conversation], rest }
  throw new Refused('usage', { problem: 'number', found: splitWord(words)[0] })
}
