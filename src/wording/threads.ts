import { bilingual } from './bilingual.ts'
import type { Facts, Sentences } from './notices.ts'

const earlier = ({ left }: Facts): string => (left === 1 ? 'het bericht daarvoor' : `de ${left} berichten daarvoor`)
const before = ({ left }: Facts): string => (left === 1 ? 'the message' : `the ${left} messages`)

/** What the station says of the threads themselves. */
export const threadNotices = bilingual<Sentences>({
  nl: {
    'earlier-left-out': (facts) =>
      `Van dit gesprek staan hier de laatste ${facts.shown} berichten; ${earlier(facts)} ${facts.left === 1 ? 'staat' : 'staan'} er niet bij.`,
    'thread-again': () => 'de draad was verdwenen; dit is het hele gesprek opnieuw',
    'thread-lost': ({ number, channel }) =>
      `De draad van gesprek #${number} verdwijnt steeds uit #${channel}, ook nadat hij opnieuw is geopend. Kijk wie daar berichten verwijdert; antwoorden kan zolang met /reply ${number}.`,
  },
  en: {
    'earlier-left-out': (facts) =>
      `These are the last ${facts.shown} messages of this conversation; ${before(facts)} before them ${facts.left === 1 ? 'is' : 'are'} not here.`,
    'thread-again': () => 'the thread was gone; this is the whole conversation again',
    'thread-lost': ({ number, channel }) =>
      `The thread of conversation #${number} keeps disappearing from #${channel}, even after it was opened again. See who deletes messages there; meanwhile you can answer with /reply ${number}.`,
  },
})
