import { bilingual } from './bilingual.ts'
import type { Sentences } from './notices.ts'

type PostState = 'planned' | 'out' | 'late' | 'cancelled' | 'skipped'
type VariantState = 'queued' | 'sent' | 'refused' | 'unknown' | 'person' | 'expired' | 'cancelled' | 'retracted'

/** Why a post did not air by itself. */
const lateness: Record<'nl' | 'en', Record<string, string>> = {
  nl: {
    grace: 'te laat om vanzelf uit te gaan',
    closed: 'de zender was of ging dicht',
    silence: 'het was stil op de zender',
    paused: 'de zender stond op pauze',
    restored: 'de database is teruggezet; kijk eerst of het er al staat',
    'no-network': 'geen netwerk neemt deze tekst',
  },
  en: {
    grace: 'too late to go out by itself',
    closed: 'the station was closed or closing',
    silence: 'the station was silent',
    paused: 'the station was paused',
    restored: 'the database was restored; look first whether it is there',
    'no-network': 'no network takes this text',
  },
}

const postStates: Record<'nl' | 'en', Record<PostState, string>> = {
  nl: { planned: 'gepland', out: 'uitgegaan', late: 'te laat', cancelled: 'geschrapt', skipped: 'overgeslagen' },
  en: { planned: 'planned', out: 'out', late: 'late', cancelled: 'cancelled', skipped: 'skipped' },
}

const variantStates: Record<'nl' | 'en', Record<VariantState, (reason: string) => string>> = {
  nl: {
    queued: (reason) => (reason ? `⏳ (wacht: ${reason})` : '⏳'),
    sent: (reason) => (reason ? `✓ (${reason})` : '✓'),
    refused: (reason) => `✗ niet geplaatst: ${reason}.`,
    unknown: () => '? misschien geplaatst; we zoeken het op.',
    person: (reason) => `? onzeker: ${reason}. Kijk zelf en kies.`,
    expired: () => '✗ te laat om nog uit te gaan.',
    cancelled: () => '– niet geplaatst.',
    retracted: () => '– teruggehaald.',
  },
  en: {
    queued: (reason) => (reason ? `⏳ (waits: ${reason})` : '⏳'),
    sent: (reason) => (reason ? `✓ (${reason})` : '✓'),
    refused: (reason) => `✗ not published: ${reason}.`,
    unknown: () => '? it may be out; we are looking it up.',
    person: (reason) => `? uncertain: ${reason}. Look for yourself and choose.`,
    expired: () => '✗ too late to go out.',
    cancelled: () => '– not published.',
    retracted: () => '– taken back.',
  },
}

const marks: Record<VariantState, string> = {
  queued: '⏳',
  sent: '✓',
  refused: '✗',
  unknown: '?',
  person: '?',
  expired: '✗',
  cancelled: '–',
  retracted: '–',
}

/** The words on a post's announcement and on the alarm about late ones. */
export const scheduleLabels = bilingual({
  nl: {
    announcement: (post: number, programme: string, time: string) => `${programme} · ${time} · p${post}`,
    out: 'uitgegaan',
    leaving: 'gaat uit',
    troubled: 'kijk even',
    retracted: 'teruggehaald',
    variant: variantStates.nl,
    mark: marks,
    post: postStates.nl,
    lateness: lateness.nl,
    late: (open: number, all: number) =>
      open === 0
        ? `Over ${all === 1 ? 'dit late bericht' : `deze ${all} late berichten`} is beslist.`
        : `${open === 1 ? 'Eén bericht is' : `${open} berichten zijn`} niet op tijd uitgegaan. Nu alsnog uitzenden of overslaan? Er gaat niets vanzelf.`,
    more: (hidden: number) => `En nog ${hidden}; die volgen als hierover beslist is. Alles: /schedule today.`,
    waits: 'wacht op een keuze',
    decided: 'beslist',
    airNow: (post: number) => `p${post} nu uitzenden`,
    skip: (post: number) => `p${post} overslaan`,
    inParts: (parts: number) => `(in ${parts} delen)`,
    part: (part: number, parts: number) => `(deel ${part} van ${parts})`,
    retract: (network: string) => `Terughalen van ${network}`,
    isOut: (network: string) => `Het staat op ${network}`,
    notOut: (network: string) => `Niet op ${network}: opnieuw`,
    leave: (network: string) => `${network}: laat maar`,
    again: (network: string) => `Nu alsnog op ${network}`,
  },
  en: {
    announcement: (post: number, programme: string, time: string) => `${programme} · ${time} · p${post}`,
    out: 'out',
    leaving: 'going out',
    troubled: 'have a look',
    retracted: 'taken back',
    variant: variantStates.en,
    mark: marks,
    post: postStates.en,
    lateness: lateness.en,
    late: (open: number, all: number) =>
      open === 0
        ? `${all === 1 ? 'This late post has' : `These ${all} late posts have`} been decided.`
        : `${open === 1 ? 'One post has' : `${open} posts have`} not gone out in time. Air now or skip? Nothing goes by itself.`,
    more: (hidden: number) => `And ${hidden} more; they follow once these are decided. All of them: /schedule today.`,
    waits: 'waits for a choice',
    decided: 'decided',
    airNow: (post: number) => `Air p${post} now`,
    skip: (post: number) => `Skip p${post}`,
    inParts: (parts: number) => `(in ${parts} parts)`,
    part: (part: number, parts: number) => `(part ${part} of ${parts})`,
    retract: (network: string) => `Retract from ${network}`,
    isOut: (network: string) => `It is on ${network}`,
    notOut: (network: string) => `Not on ${network}: again`,
    leave: (network: string) => `${network}: leave it`,
    again: (network: string) => `Air on ${network} after all`,
  },
})

export const scheduleNotices = bilingual<Sentences>({
  nl: {
    'posts-overdue': ({ posts, count }) =>
      `${count === 1 ? 'Dit bericht had' : 'Deze berichten hadden'} al uit moeten zijn: ${posts}. Kijk met /station wat er wacht.`,
    'thread-stopped': ({ post, network, out, parts }) =>
      `p${post} staat maar half op ${network}: ${out === 1 ? 'deel 1' : `de eerste ${out} delen`} van de ${parts}. De rest gaat niet uit. Haal het terug of vul het daar met de hand aan; de knoppen staan bij p${post}.`,
  },
  en: {
    'posts-overdue': ({ posts, count }) =>
      `${count === 1 ? 'This post' : 'These posts'} should have been out by now: ${posts}. See what waits with /station.`,
    'thread-stopped': ({ post, network, out, parts }) =>
      `p${post} stands only half on ${network}: ${out === 1 ? 'part 1' : `the first ${out} parts`} of ${parts}. The rest does not go out. Take it back or finish it there by hand; the buttons are at p${post}.`,
  },
})

/** Why the schedule did not do what was asked. */
export const scheduleRefusals = bilingual<Sentences>({
  nl: {
    'schedule-verb': ({ found, nearest, verbs }) =>
      `${found ? `/schedule ${found} ken ik niet.${nearest ? ` Bedoelde je /schedule ${nearest}?` : ''}` : 'Wat wil je met het rooster?'} Kies uit: ${verbs}.`,
    'schedule-usage': ({ usage }) => `Ik mis iets. Zo werkt het: ${usage}`,
    'no-entry': ({ found, nearest }) =>
      `“${found}” staat niet op het rooster.${nearest ? ` Bedoelde je ${nearest}?` : ''} Noem een bericht (p12) of een vaste plek (zoals ochtendblad-ma); /schedule week toont ze.`,
    'no-post': ({ post }) => `Bericht p${post} bestaat niet. Kijk in /schedule today of /schedule week.`,
    'post-decided': ({ post, state }) =>
      `Bij p${post} kan dit niet (meer); het is ${postStates.nl[state as PostState] ?? 'al geregeld'}. Kijk in het kanaal hoe het ervoor staat.`,
    'post-cannot-retract': ({ network }) =>
      `${network} laat ons niets weghalen. Haal het daar met de hand weg, of zet er een verbetering onder.`,
    'no-money': ({ network, cost, period, next }) =>
      `Dit kost ${cost}, en daar is ${period === 'month' ? 'deze maand' : 'vandaag'} op ${network} geen budget meer voor. Het bericht blijft staan. ${next ? `Vanaf ${next} is er weer budget; druk dan opnieuw. Eerder kan het als` : 'Dit past alleen als'} de beheerder ${period} verhoogt in station.yaml.`,
    'not-now': ({ why }) =>
      `Nu kan dit niet uit: ${lateness.nl[String(why)] ?? why}. Verplaats het met /schedule move.`,
    'station-paused': () => 'De zender staat op pauze; er gaat niets uit. Verder: /station resume.',
    'moment-unreadable': ({ found }) =>
      `“${found}” lees ik niet als moment. Schrijf het zo: morgen 09:15, vrijdag 12:00, elke vrijdag 17:00, elke werkdag 09:00, dagelijks 07:00, 1 december 09:15, over 2 uur, of een cron-regel zoals 0 9 * * 5.`,
    'moment-time': ({ found }) => `“${found}” heeft een tijd die niet bestaat. Een tijd loopt van 00:00 tot 23:59.`,
    'moment-date': ({ found }) => `“${found}” is een datum die niet bestaat.`,
    'moment-cron': ({ found }) =>
      `“${found}” is geen cron-regel. Vijf velden: minuut uur dag maand weekdag. Dag én weekdag moeten allebei kloppen: 0 9 13 * 5 is alleen vrijdag de dertiende.`,
    'moment-past': ({ found }) => `“${found}” is al voorbij. Noem een later moment.`,
    'moment-closed': ({ at, hours }) =>
      `Om ${at} is de zender dicht (open: ${hours}). Kies een tijd binnen de zendtijd.`,
    'moment-silent': ({ at, reason }) => `Om ${at} is het stil op de zender (${reason}). Kies een andere tijd.`,
    'moment-season': ({ from, to }) => `Dat valt buiten dit seizoen (${from} tot en met ${to}).`,
    'moment-repeats': ({ found }) =>
      `“${found}” komt telkens terug; een enkel bericht verplaats je naar één moment, zoals 10:30.`,
    'texts-too-long': ({ lengths }) =>
      `Te lang: ${lengths}. Kort de tekst in, of geef per netwerk een regel: x: … of facebook: …`,
    'texts-missing': ({ usage }) => `Er staat geen tekst bij. Zo werkt het: ${usage}`,
    'texts-no-network': ({ network }) => `${network} neemt op deze zender geen berichten van ons.`,
    'entry-twice': ({ entry }) => `Precies dit staat al op het rooster: ${entry}.`,
    'proposal-gone': () => 'Dit voorstel is er niet meer. Doe /schedule add opnieuw.',
    'entry-state': ({ entry, state }) =>
      `${entry} is ${state === 'paused' ? 'al gepauzeerd' : state === 'active' ? 'al actief' : 'geschrapt'}.`,
  },
  en: {
    'schedule-verb': ({ found, nearest, verbs }) =>
      `${found ? `I do not know /schedule ${found}.${nearest ? ` Did you mean /schedule ${nearest}?` : ''}` : 'What would you like to do with the schedule?'} Choose from: ${verbs}.`,
    'schedule-usage': ({ usage }) => `Something is missing. This is how it works: ${usage}`,
    'no-entry': ({ found, nearest }) =>
      `“${found}” is not on the schedule.${nearest ? ` Did you mean ${nearest}?` : ''} Name a post (p12) or an entry (such as ochtendblad-ma); /schedule week shows them.`,
    'no-post': ({ post }) => `Post p${post} does not exist. Look in /schedule today or /schedule week.`,
    'post-decided': ({ post, state }) =>
      `This cannot be done with p${post} (any more); it is ${postStates.en[state as PostState] ?? 'settled'}. The channel shows how it stands.`,
    'post-cannot-retract': ({ network }) =>
      `${network} lets us delete nothing. Remove it there by hand, or put a correction under it.`,
    'no-money': ({ network, cost, period, next }) =>
      `This costs ${cost}, and ${period === 'month' ? 'this month' : 'today'} ${network} has no budget left for it. The post stays here. ${next ? `From ${next} there is budget again; press once more then. It can go sooner if` : 'It fits only if'} the administrator raises ${period} in station.yaml.`,
    'not-now': ({ why }) => `This cannot go out now: ${lateness.en[String(why)] ?? why}. Move it with /schedule move.`,
    'station-paused': () => 'The station is paused; nothing goes out. Go on with /station resume.',
    'moment-unreadable': ({ found }) =>
      `I cannot read “${found}” as a moment. Write it like this: tomorrow 09:15, friday 12:00, every friday 17:00, every weekday 09:00, daily 07:00, 1 december 09:15, in 2 hours, or a cron line such as 0 9 * * 5.`,
    'moment-time': ({ found }) => `“${found}” has a time that does not exist. A time runs from 00:00 to 23:59.`,
    'moment-date': ({ found }) => `“${found}” is a date that does not exist.`,
    'moment-cron': ({ found }) =>
      `“${found}” is not a cron line. Five fields: minute hour day month weekday. Day and weekday must both match: 0 9 13 * 5 is Friday the 13th only.`,
    'moment-past': ({ found }) => `“${found}” is over already. Name a later moment.`,
    'moment-closed': ({ at, hours }) =>
      `At ${at} the station is closed (open: ${hours}). Choose a time within the hours on air.`,
    'moment-silent': ({ at, reason }) => `At ${at} the station is silent (${reason}). Choose another time.`,
    'moment-season': ({ from, to }) => `That is outside this season (${from} up to and including ${to}).`,
    'moment-repeats': ({ found }) =>
      `“${found}” comes back again and again; a single post moves to one moment, such as 10:30.`,
    'texts-too-long': ({ lengths }) =>
      `Too long: ${lengths}. Shorten the text, or give a line a network: x: … or facebook: …`,
    'texts-missing': ({ usage }) => `There is no text. This is how it works: ${usage}`,
    'texts-no-network': ({ network }) => `${network} takes no posts of ours on this station.`,
    'entry-twice': ({ entry }) => `Exactly this is on the schedule already: ${entry}.`,
    'proposal-gone': () => 'This proposal is no longer there. Do /schedule add again.',
    'entry-state': ({ entry, state }) =>
      `${entry} is ${state === 'paused' ? 'paused already' : state === 'active' ? 'active already' : 'cancelled'}.`,
  },
})
