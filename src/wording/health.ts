import type { Reason } from '../model/health.ts'
import { bilingual } from './bilingual.ts'

type Sentence = (facts: Record<string, string | number>) => string

/** What /healthz says is the matter. */
export const healthWording = bilingual<Record<Reason, Sentence>>({
  nl: {
    database: ({ why }) => `De database antwoordt niet: ${why}`,
    'outbox-stuck': ({ count, minutes }) =>
      `Er gaat niets meer uit: het eerste van ${count} wachtende berichten wacht al ${minutes} minuten.`,
    'outbox-lags': ({ count, minutes }) =>
      `Wat uitgaat loopt achter: het eerste van ${count} wachtende berichten wacht al ${minutes} minuten.`,
    'call-hangs': ({ minutes }) => `Een aanroep van een netwerk of chat duurt al ${minutes} minuten.`,
    'airing-stuck': ({ count, minutes }) =>
      `De geplande berichten gaan niet meer uit: ${count} over tijd, het eerste ${minutes} minuten.`,
    'airing-lags': ({ count, minutes }) =>
      `Er zijn ${count} geplande berichten over tijd, het eerste ${minutes} minuten.`,
    'intake-stuck': ({ count, minutes }) =>
      `Wat het team doet wordt niet meer verwerkt: ${count} wachten, het eerste ${minutes} minuten.`,
    'intake-lags': ({ count, minutes }) =>
      `De verwerking van wat het team doet loopt achter: ${count} wachten, het eerste ${minutes} minuten.`,
    'network-lags': ({ network, minutes, why }) =>
      `${network} is ${minutes} minuten geleden voor het laatst gelezen${why ? `: ${why}` : '.'}`,
    'network-behind': ({ network, minutes }) =>
      `We lopen achter met ${network}: wat nu binnenkomt is ${minutes} minuten geleden geschreven.`,
    'network-saves': ({ network, minutes }) =>
      `${network} wordt nu niet gelezen (al ${minutes} minuten): het budget van het station is op. Het gaat vanzelf verder.`,
    'pushed-lags': ({ count, minutes }) =>
      `De verwerking van wat netwerken ons sturen loopt achter: ${count} wachten, het eerste ${minutes} minuten.`,
    'chat-down': ({ platform }) => `De chat ${platform} is niet te bereiken.`,
    'chat-trouble': ({ platform, troubles }) =>
      `Aan de chat ${platform} moet iemand iets doen (${troubles}); npm run doctor zegt wat.`,
    unknown: ({ count }) => `Van ${count} berichten is onbekend of ze uit zijn; ze worden opgezocht.`,
    person: ({ count }) => `Bij ${count} berichten moet iemand kijken of ze uit zijn.`,
    paused: () => 'Het station staat op pauze: er gaat niets uit tot iemand het hervat.',
  },
  en: {
    database: ({ why }) => `The database does not answer: ${why}`,
    'outbox-stuck': ({ count, minutes }) =>
      `Nothing goes out any more: the first of ${count} waiting deliveries has waited ${minutes} minutes.`,
    'outbox-lags': ({ count, minutes }) =>
      `What goes out lags: the first of ${count} waiting deliveries has waited ${minutes} minutes.`,
    'call-hangs': ({ minutes }) => `A call to a network or chat has taken ${minutes} minutes so far.`,
    'airing-stuck': ({ count, minutes }) =>
      `Planned posts do not go out any more: ${count} overdue, the first by ${minutes} minutes.`,
    'airing-lags': ({ count, minutes }) => `${count} planned posts are overdue, the first by ${minutes} minutes.`,
    'intake-stuck': ({ count, minutes }) =>
      `What the team does is not acted on any more: ${count} wait, the first for ${minutes} minutes.`,
    'intake-lags': ({ count, minutes }) =>
      `Acting on what the team does lags: ${count} wait, the first for ${minutes} minutes.`,
    'network-lags': ({ network, minutes, why }) =>
      `${network} was read for the last time ${minutes} minutes ago${why ? `: ${why}` : '.'}`,
    'network-behind': ({ network, minutes }) =>
      `We are behind with ${network}: what comes in now was written ${minutes} minutes ago.`,
    'network-saves': ({ network, minutes }) =>
      `${network} is not being read now (for ${minutes} minutes): the station's budget is used up. It goes on by itself.`,
    'pushed-lags': ({ count, minutes }) =>
      `Taking in what networks send us lags: ${count} wait, the first for ${minutes} minutes.`,
    'chat-down': ({ platform }) => `The chat ${platform} cannot be reached.`,
    'chat-trouble': ({ platform, troubles }) =>
      `Somebody has to mend something about the chat ${platform} (${troubles}); npm run doctor says what.`,
    unknown: ({ count }) => `It is not known of ${count} deliveries whether they are out; they are being looked up.`,
    person: ({ count }) => `With ${count} deliveries a person must look whether they are out.`,
    paused: () => 'The station is paused: nothing goes out until somebody resumes it.',
  },
})
