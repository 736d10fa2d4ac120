import type { CloseReason } from '../model/close-reason.ts'
import type { PersonalDetail } from '../model/personal-details.ts'
import { bilingual } from './bilingual.ts'

const list = (items: string[], and: string): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`

const closeReasons: Record<'nl' | 'en', Record<CloseReason | 'ignored', string>> = {
  nl: {
    answered: 'beantwoord',
    'no-answer-needed': 'geen antwoord nodig',
    spam: 'spam',
    'passed-on': 'doorgegeven',
    'could-not-help': 'konden we niet helpen',
    ignored: 'genegeerd',
  },
  en: {
    answered: 'answered',
    'no-answer-needed': 'no answer needed',
    spam: 'spam',
    'passed-on': 'passed on',
    'could-not-help': 'could not help',
    ignored: 'ignored',
  },
}

const details: Record<'nl' | 'en', Record<PersonalDetail, string>> = {
  nl: {
    'card-number': 'een pas- of rekeningnummer',
    'e-mail': 'een e-mailadres',
    phone: 'een telefoonnummer',
    address: 'een adres',
  },
  en: {
    'card-number': 'a card or account number',
    'e-mail': 'an e-mail address',
    phone: 'a phone number',
    address: 'an address',
  },
}

const routes: Record<'nl' | 'en', Record<string, string>> = {
  nl: {
    post: 'antwoord op een bericht van dit programma',
    conversation: 'hoort bij een gesprek van dit programma',
    hashtag: 'hashtag van dit programma',
    topic: 'onderwerp van dit programma',
    'on-air': 'dit programma was in de lucht',
    night: 'buiten de zendtijd binnengekomen',
    moved: 'hierheen verplaatst',
  },
  en: {
    post: 'answers a post of this programme',
    conversation: 'belongs to a conversation of this programme',
    hashtag: "this programme's hashtag",
    topic: "this programme's topic",
    'on-air': 'this programme was on the air',
    night: 'came in outside the hours on air',
    moved: 'moved here',
  },
}

/** The words on a conversation's card. */
export const cardLabels = bilingual({
  nl: {
    title: (number: number, handle: string, network: string, kind: 'public' | 'direct') =>
      `#${number} · @${handle} · ${network}${kind === 'direct' ? ' · privé' : ''}`,
    programme: 'Programma',
    night: 'Nachtkanaal',
    answers: 'Antwoord op',
    routed: 'Hier omdat',
    routedBy: (by: string) => routes.nl[by] ?? by,
    earlier: 'Eerder gesproken',
    previous: 'Vervolg op',
    beside: 'Onder hetzelfde bericht',
    labels: 'Trefwoorden',
    careful: 'Let op',
    personal: (found: PersonalDetail[]) =>
      `in het openbaar staat ${list(
        found.map((it) => details.nl[it]),
        'en',
      )}`,
    waiting: 'wacht op antwoord',
    toApprove: 'wacht op goedkeuring',
    answered: 'beantwoord',
    takenAway: 'weggehaald door de lezer',
    claimed: (name: string) => `bij ${name}`,
    closed: (reason: string) => `gesloten: ${closeReasons.nl[reason as CloseReason] ?? reason}`,
    claim: 'Oppakken',
    release: 'Loslaten',
    reply: 'Antwoorden',
    replyTitle: (number: number) => `Antwoord in gesprek #${number}`,
    replyText: 'Dit leest iedereen',
    privateReplyText: 'Dit leest alleen de lezer',
    send: 'Versturen',
    close: 'Sluiten',
    closeTitle: (number: number) => `Gesprek #${number} sluiten`,
    reason: 'Reden',
    closeReason: (reason: CloseReason) => closeReasons.nl[reason],
    closeNote: 'Toelichting (blijft binnen)',
    reopen: 'Heropenen',
    askPrivate: 'Vraag privé verder te gaan',
    like: 'Vind ik leuk',
    sight: 'Zichtbaarheid',
    seen: {
      held: 'wacht op goedkeuring; anderen zien dit nog niet',
      hidden: 'verborgen voor anderen',
      rejected: 'afgewezen; anderen zien dit niet',
    },
    moderate: { hide: 'Verbergen voor anderen', show: 'Weer tonen', approve: 'Goedkeuren', reject: 'Afwijzen' },
    unanswerable: (network: string, reason: string) =>
      `antwoorden mag hier niet van ${network}: ${reason}. Antwoord met de hand`,
    byHand: (network: string) => `Antwoord met de hand op ${network}`,
  },
  en: {
    title: (number: number, handle: string, network: string, kind: 'public' | 'direct') =>
      `#${number} · @${handle} · ${network}${kind === 'direct' ? ' · private' : ''}`,
    programme: 'Programme',
    night: 'Night channel',
    answers: 'Answers',
    routed: 'Here because',
    routedBy: (by: string) => routes.en[by] ?? by,
    earlier: 'Spoken before',
    previous: 'Follows',
    beside: 'Under the same post',
    labels: 'Labels',
    careful: 'Careful',
    personal: (found: PersonalDetail[]) =>
      `there is ${list(
        found.map((it) => details.en[it]),
        'and',
      )} in public`,
    waiting: 'waits for an answer',
    toApprove: 'waits for approval',
    answered: 'answered',
    takenAway: 'taken away by the reader',
    claimed: (name: string) => `with ${name}`,
    closed: (reason: string) => `closed: ${closeReasons.en[reason as CloseReason] ?? reason}`,
    claim: 'Claim',
    release: 'Release',
    reply: 'Reply',
    replyTitle: (number: number) => `Reply in conversation #${number}`,
    replyText: 'Everybody reads this',
    privateReplyText: 'Only the reader reads this',
    send: 'Send',
    close: 'Close',
    closeTitle: (number: number) => `Close conversation #${number}`,
    reason: 'Reason',
    closeReason: (reason: CloseReason) => closeReasons.en[reason],
    closeNote: 'Explanation (stays inside)',
    reopen: 'Reopen',
    askPrivate: 'Ask to continue in private',
    like: 'Like',
    sight: 'Visibility',
    seen: {
      held: 'waits for approval; others do not see it yet',
      hidden: 'hidden from others',
      rejected: 'rejected; others do not see it',
    },
    moderate: { hide: 'Hide from others', show: 'Show again', approve: 'Approve', reject: 'Reject' },
    unanswerable: (network: string, reason: string) =>
      `${network} does not let us answer here: ${reason}. Answer by hand`,
    byHand: (network: string) => `Answer by hand on ${network}`,
  },
})
