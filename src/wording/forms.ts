import { bilingual } from './bilingual.ts'

/** What stands in a form beside its fields. */
export const formWords = bilingual({
  nl: {
    answers: (handle: string, where: string, direct: boolean) =>
      `Je antwoordt @${handle} op ${where}${direct ? ', privé' : ''}.`,
    corrects: (where: string, number: number) => `Dit komt op ${where} onder ons antwoord in #${number}.`,
    closes: (handle: string, where: string) => `Het gesprek met @${handle} op ${where}.`,
    stillWaits: 'Hier wacht nog iemand op antwoord.',
    heldBy: (who: string) => `Let op: ${who} heeft dit gesprek opgepakt.`,
    deleted: 'Let op: de lezer heeft het bericht weggehaald; er is niets meer om op te antwoorden.',
    closed: (number: number) => `Let op: gesprek #${number} is gesloten.`,
  },
  en: {
    answers: (handle: string, where: string, direct: boolean) =>
      `You answer @${handle} on ${where}${direct ? ', in private' : ''}.`,
    corrects: (where: string, number: number) => `This goes under our reply in #${number} on ${where}.`,
    closes: (handle: string, where: string) => `The conversation with @${handle} on ${where}.`,
    stillWaits: 'Somebody still waits for an answer here.',
    heldBy: (who: string) => `Careful: ${who} has claimed this conversation.`,
    deleted: 'Careful: the reader has deleted the message; there is nothing to answer any more.',
    closed: (number: number) => `Careful: conversation #${number} is closed.`,
  },
})
