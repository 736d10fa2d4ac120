import { correct as sendCorrection } from '../src/desk/correct.ts'
import { ANSWERING } from '../src/desk/members.ts'
import { Refused } from '../src/model/refused.ts'
import type { Command } from './command.ts'
import { heldAnswer } from './held.ts'
import { typedIn } from './typed-in.ts'
import { takeAddressee } from './which-conversation.ts'

export const correct: Command<{ conversation: number; text: string }> = {
  name: 'correct',
  usage: { nl: '/correct 12 tekst', en: '/correct 12 text' },
  summary: { nl: 'Zet een verbetering onder ons laatste antwoord', en: 'Put a correction under our latest reply' },
  who: ANSWERING,
  parse(words, place) {
    const { at, rest } = takeAddressee(words, place)
    if (rest === '') throw new Refused('usage', { problem: 'text', found: '' })
    return { conversation: at.conversation, text: rest }
  },
  run: async (act, input, place) =>
    heldAnswer(act, input.conversation, await sendCorrection(act, { ...input, ...typedIn(place) })),
}
