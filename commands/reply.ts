import { ANSWERING } from '../src/desk/members.ts'
import { reply as sendReply } from '../src/desk/reply.ts'
import { Refused } from '../src/model/refused.ts'
import type { Command } from './command.ts'
import { heldAnswer } from './held.ts'
import { type Addressed, takeAddressee } from './which-conversation.ts'

export const reply: Command<Addressed & { text: string }> = {
  name: 'reply',
  usage: { nl: '/reply 12 tekst, of /reply 12.3 tekst', en: '/reply 12 text, or /reply 12.3 text' },
  summary: { nl: 'Antwoord de lezer in het openbaar', en: 'Answer the reader in public' },
  who: ANSWERING,
  parse(words, place) {
    const { at, rest } = takeAddressee(words, place)
    if (rest === '') throw new Refused('usage', { problem: 'text', found: '' })
    return { ...at, text: rest }
  },
  run: async (act, input) => heldAnswer(act, input.conversation, await sendReply(act, input)),
}
