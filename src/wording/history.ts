import type { CloseReason } from '../model/close-reason.ts'
import type { Moderation } from '../model/network.ts'
import { bilingual } from './bilingual.ts'
import { cardLabels } from './card.ts'
import { careText } from './care.ts'
import { reasonText } from './reasons.ts'

interface Happened {
  what: string
  who: string
  detail: string
  line: string
}

const quoted = (line: string): string => (line === '' ? '' : `: “${line}”`)
const why = (language: 'nl' | 'en', detail: string): string =>
  detail === '' ? '' : ` (${reasonText(language)(detail)})`

const closeReason = (language: 'nl' | 'en', detail: string): string =>
  cardLabels(language).closeReason(detail as CloseReason) ?? detail

type Lines = Record<string, (happened: Happened) => string>

const lines = bilingual<Lines>({
  nl: {
    wrote: ({ who, detail, line }) => `${who} schreef ${detail}${quoted(line)}`,
    sent: ({ who, line }) => `${who} verstuurde${quoted(line)}`,
    published: ({ line }) => `het antwoord staat er${quoted(line)}`,
    undone: ({ who, line }) => `${who} nam terug${quoted(line)}`,
    kept: ({ who, line }) => `${who} hield binnen${quoted(line)}`,
    stopped: ({ detail, line }) => `een antwoord is gestopt${why('nl', detail)}${quoted(line)}`,
    rejected: ({ detail, line }) => `niet verstuurd${why('nl', detail)}${quoted(line)}`,
    unknown: ({ detail, line }) => `onzeker of het uitging${why('nl', detail)}${quoted(line)}`,
    person: ({ detail, line }) => `wacht op een keuze van een mens${why('nl', detail)}${quoted(line)}`,
    'is-out': ({ who, line }) => `${who} zag dat het er staat${quoted(line)}`,
    'send-again': ({ who, line }) => `${who} liet het opnieuw versturen${quoted(line)}`,
    drop: ({ who, line }) => `${who} liet het erbij${quoted(line)}`,
    retract: ({ who, line }) => `${who} wilde terughalen${quoted(line)}`,
    retracted: () => 'het antwoord is teruggehaald',
    'retract-refused': () => 'terughalen lukte niet',
    liked: ({ who }) => `${who} gaf een “vind ik leuk”`,
    moderated: ({ who, detail }) => `${who} koos “${cardLabels('nl').moderate[detail as Moderation] ?? detail}”`,
    note: ({ who }) => `${who} schreef een notitie`,
    'care-marked': ({ detail }) => `gemarkeerd: ${careText('nl', detail)}`,
    'care-cleared': ({ who, detail }) => `${who} vond geen zorg nodig (${careText('nl', detail)})`,
    claimed: ({ who }) => `${who} pakte het op`,
    released: ({ who }) => `${who} maakte het los`,
    'claim-returned': ({ detail }) => `de tijd van ${detail} was om`,
    assigned: ({ who, detail }) => `${who} gaf het aan ${detail}`,
    moved: ({ who, detail }) => `${who} verplaatste het naar ${detail}`,
    tagged: ({ who, detail }) => `${who} gaf het trefwoord ${detail}`,
    untagged: ({ who, detail }) => `${who} haalde het trefwoord ${detail} weg`,
    closed: ({ who, detail }) => `${who} sloot het (${closeReason('nl', detail)})`,
    reopened: ({ who }) => `${who} heropende het`,
  },
  en: {
    wrote: ({ who, detail, line }) => `${who} wrote ${detail}${quoted(line)}`,
    sent: ({ who, line }) => `${who} sent${quoted(line)}`,
    published: ({ line }) => `the reply is out${quoted(line)}`,
    undone: ({ who, line }) => `${who} undid${quoted(line)}`,
    kept: ({ who, line }) => `${who} kept inside${quoted(line)}`,
    stopped: ({ detail, line }) => `a reply was stopped${why('en', detail)}${quoted(line)}`,
    rejected: ({ detail, line }) => `not sent${why('en', detail)}${quoted(line)}`,
    unknown: ({ detail, line }) => `uncertain whether it went out${why('en', detail)}${quoted(line)}`,
    person: ({ detail, line }) => `waits for a person's decision${why('en', detail)}${quoted(line)}`,
    'is-out': ({ who, line }) => `${who} saw that it is there${quoted(line)}`,
    'send-again': ({ who, line }) => `${who} had it sent again${quoted(line)}`,
    drop: ({ who, line }) => `${who} left it${quoted(line)}`,
    retract: ({ who, line }) => `${who} wanted to retract${quoted(line)}`,
    retracted: () => 'the reply was taken back',
    'retract-refused': () => 'taking it back did not work',
    liked: ({ who }) => `${who} gave a like`,
    moderated: ({ who, detail }) => `${who} chose “${cardLabels('en').moderate[detail as Moderation] ?? detail}”`,
    note: ({ who }) => `${who} wrote a note`,
    'care-marked': ({ detail }) => `marked: ${careText('en', detail)}`,
    'care-cleared': ({ who, detail }) => `${who} found no care needed (${careText('en', detail)})`,
    claimed: ({ who }) => `${who} claimed it`,
    released: ({ who }) => `${who} released it`,
    'claim-returned': ({ detail }) => `the time of ${detail} was up`,
    assigned: ({ who, detail }) => `${who} gave it to ${detail}`,
    moved: ({ who, detail }) => `${who} moved it to ${detail}`,
    tagged: ({ who, detail }) => `${who} gave it the label ${detail}`,
    untagged: ({ who, detail }) => `${who} took the label ${detail} off`,
    closed: ({ who, detail }) => `${who} closed it (${closeReason('en', detail)})`,
    reopened: ({ who }) => `${who} reopened it`,
  },
})

/** One line of a conversation's history; what has no sentence is shown by its name, so that nothing is left out. */
export const historyText = (language: 'nl' | 'en', happened: Happened): string =>
  lines(language)[happened.what]?.(happened) ?? `${happened.who}: ${happened.what}`
