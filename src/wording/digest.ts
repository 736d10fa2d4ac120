import { bilingual } from './bilingual.ts'

const nieuw = (count: number): string => (count === 1 ? 'Eén nieuw gesprek' : `${count} nieuwe gesprekken`)
const fresh = (count: number): string => (count === 1 ? 'One new conversation' : `${count} new conversations`)

/** What stands on a digest: new conversations that came faster than the channel takes threads. */
export const digestWords = bilingual({
  nl: {
    underPost: (count: number, words: string) => `${nieuw(count)} bij “${words}”`,
    atProgramme: (count: number, programme: string) => `${nieuw(count)} bij ${programme}`,
    atNight: (count: number) => `${nieuw(count)} buiten de zendtijd`,
    behind: (time: string, count: number, wait: string) =>
      count === 1
        ? `Dit kanaal loopt achter (${time}): nog één gesprek, dat al ${wait} wacht.`
        : `Dit kanaal loopt achter (${time}): nog ${count} gesprekken, het oudste wacht ${wait}.`,
    pick: 'Open een gesprek',
    opens: (number: number, channel: string) =>
      `Gesprek #${number} krijgt een eigen draad in #${channel}, met alles wat erin staat.`,
    reachesNobody:
      'Hier staan meer gesprekken bij elkaar; wat je hier schrijft gaat naar niemand. Open eerst het gesprek, of antwoord met /reply en het nummer.',
    opened: 'heeft een draad',
    answered: 'beantwoord',
    closed: 'gesloten',
    deleted: 'door de schrijver verwijderd',
    wordless: 'bericht zonder tekst',
  },
  en: {
    underPost: (count: number, words: string) => `${fresh(count)} on “${words}”`,
    atProgramme: (count: number, programme: string) => `${fresh(count)} with ${programme}`,
    atNight: (count: number) => `${fresh(count)} outside the hours on air`,
    behind: (time: string, count: number, wait: string) =>
      count === 1
        ? `This channel is behind (${time}): one more conversation, which has waited ${wait}.`
        : `This channel is behind (${time}): ${count} more conversations, the oldest has waited ${wait}.`,
    pick: 'Open a conversation',
    opens: (number: number, channel: string) =>
      `Conversation #${number} gets a thread of its own in #${channel}, with everything in it.`,
    reachesNobody:
      'Several conversations stand together here; what you write here reaches nobody. Open the conversation first, or answer with /reply and its number.',
    opened: 'has a thread',
    answered: 'answered',
    closed: 'closed',
    deleted: 'deleted by its writer',
    wordless: 'message without text',
  },
})
