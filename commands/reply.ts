import { ANSWERING } from '../src/desk/members.ts'
import { reply as sendReply } from '../src/desk/reply.ts'
import type { Attachment } from '../src/model/network.ts'
import { Refused } from '../src/model/refused.ts'
import type { Command } from './command.ts'
import { heldAnswer } from './held.ts'
import { takeImages } from './take-images.ts'
import { typedIn } from './typed-in.ts'
import { type Addressed, takeAddressee } from './which-conversation.ts'

export const reply: Command<Addressed & { text: string; media: Attachment[] }> = {
  name: 'reply',
  usage: {
    nl: '/reply 12 tekst, of /reply 12.3 tekst (met een regel image: https://… omschrijving voor een afbeelding)',
    en: '/reply 12 text, or /reply 12.3 text (with a line image: https://… description for an image)',
  },
  summary: { nl: 'Antwoord de lezer in het openbaar', en: 'Answer the reader in public' },
  who: ANSWERING,
  parse(words, place) {
    const { at, rest } = takeAddressee(words, place)
    const { text, media } = takeImages(rest)
    if (text === '') throw new Refused('usage', { problem: 'text', found: '' })
    return { ...at, text, media: [...media, ...(place.attachments ?? [])] }
  },
  run: async (act, input, place) =>
    heldAnswer(act, input.conversation, await sendReply(act, { ...input, ...typedIn(place) })),
}
