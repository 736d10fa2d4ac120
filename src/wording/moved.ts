import { bilingual } from './bilingual.ts'

/** What a thread says whose conversation was moved to another channel. */
export const movedWords = bilingual({
  nl: {
    moved: 'verplaatst',
    goesOnIn: (number: number, channel: string) =>
      `Gesprek #${number} gaat verder in #${channel}. Wat je hier schrijft gaat niet naar de lezer.`,
  },
  en: {
    moved: 'moved',
    goesOnIn: (number: number, channel: string) =>
      `Conversation #${number} goes on in #${channel}. What you write here does not go to the reader.`,
  },
})
