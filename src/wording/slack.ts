import { bilingual } from './bilingual.ts'

/** What stands on the station's messages in Slack beside what the station itself says. */
export const slackWording = bilingual({
  nl: {
    edited: 'bewerkt',
    readerRemoved: 'De lezer heeft dit verwijderd.',
    original: (host: string) => `origineel op ${host}`,
    cut: (n: number) => `Ingekort: de hele tekst telt ${n.toLocaleString('nl-NL')} tekens.`,
    more: (n: number) => `… en nog ${n.toLocaleString('nl-NL')}`,
    attachment: { image: 'Afbeelding', video: 'Video', audio: 'Geluid', file: 'Bestand' },
    noAlt: 'zonder beschrijving',
    newMessage: (author: string) => `@${author} schreef`,
    empty: 'Bericht van de zender',
  },
  en: {
    edited: 'edited',
    readerRemoved: 'The reader has deleted this.',
    original: (host: string) => `original on ${host}`,
    cut: (n: number) => `Shortened: the whole text has ${n.toLocaleString('en-GB')} characters.`,
    more: (n: number) => `… and ${n.toLocaleString('en-GB')} more`,
    attachment: { image: 'Image', video: 'Video', audio: 'Sound', file: 'File' },
    noAlt: 'without a description',
    newMessage: (author: string) => `@${author} wrote`,
    empty: 'Message from the station',
  },
})

export type SlackWording = ReturnType<typeof slackWording>
