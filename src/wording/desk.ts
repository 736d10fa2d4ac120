import type { CloseReason } from '../model/close-reason.ts'
import type { Moderation } from '../model/network.ts'
import type { Role } from '../model/station.ts'
import { bilingual } from './bilingual.ts'
import { cardLabels } from './card.ts'
import type { Sentences } from './notices.ts'
import { reasonText } from './reasons.ts'

const meant = (nearest: string | number | undefined, question: string): string =>
  nearest ? ` ${question.replace('%', String(nearest))}` : ''

const roles: Record<'nl' | 'en', Record<Role, string>> = {
  nl: {
    curator: 'curatoren',
    expert: 'experts',
    coordinator: 'coördinatoren',
    researcher: 'onderzoekers',
    administrator: 'beheerders',
  },
  en: {
    curator: 'curators',
    expert: 'experts',
    coordinator: 'coordinators',
    researcher: 'researchers',
    administrator: 'administrators',
  },
}

/** `curator, coordinator` as people say it: curatoren en coördinatoren. */
export const rolesText = (language: 'nl' | 'en', ids: string | number | undefined): string => {
  const names = String(ids)
    .split(', ')
    .map((id) => roles[language][id as Role] ?? id)
  const and = language === 'nl' ? 'en' : 'and'
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
}

const reasonOf = (language: 'nl' | 'en', reason: string | number | undefined, because: string | number | undefined) =>
  `${cardLabels(language).closeReason(String(reason) as CloseReason) ?? reason}${because ? ` (${because})` : ''}`

const done: Record<'nl' | 'en', Record<Moderation, string>> = {
  nl: {
    hide: 'verborgen voor anderen',
    show: 'weer voor iedereen te zien',
    approve: 'goedgekeurd',
    reject: 'afgewezen',
  },
  en: { hide: 'hidden from others', show: 'there for everybody again', approve: 'approved', reject: 'rejected' },
}

/** What the station says in a thread about what somebody did there. */
export const deskNotices = bilingual<Sentences>({
  nl: {
    note: ({ who, text }) => `Notitie van ${who}: ${text}`,
    assigned: ({ who, to }) => `${who} vraagt ${to} dit gesprek op te pakken.`,
    'released-for': ({ who, holder }) => `${who} heeft het gesprek losgemaakt van ${holder}; het is weer vrij.`,
    'claim-returned': ({ who }) => `De tijd van ${who} is om en er wacht nog iemand. Wie neemt het over?`,
    'moved-away': ({ who, programme }) => `${who} verplaatste dit gesprek naar ${programme}. Ga daar verder.`,
    'moved-here': ({ who, from }) => `door ${who} verplaatst vanuit ${from}`,
    closed: ({ who, reason, because }) => `${who} sloot dit gesprek: ${reasonOf('nl', reason, because)}.`,
    reopened: ({ who }) => `${who} heropende dit gesprek.`,
    'reopened-unanswered': () =>
      'Dit gesprek was gesloten als beantwoord, maar het antwoord staat niet in het openbaar. Het is weer open.',
    ignored: ({ who, handle }) =>
      `${who} negeert @${handle} voortaan; nieuwe berichten komen niet meer binnen. Terugdraaien: /ignore off @${handle}.`,
    moderated: ({ number, verdict }) => `Bericht #${number} is ${done.nl[verdict as Moderation]}.`,
    'moderation-refused': ({ number, verdict, reason }) =>
      `Het netwerk liet ons niet “${cardLabels('nl').moderate[verdict as Moderation]}” bij #${number}: ${reasonText('nl')(String(reason))}.`,
    paused: ({ who }) => `${who} heeft de zender op pauze gezet: er gaat niets uit. Verder: /station resume.`,
    resumed: ({ who, held }) =>
      held
        ? `${who} heeft de zender weer aangezet. ${held === 1 ? 'Eén antwoord wacht' : `${held} antwoorden wachten`} in de draad op een nieuwe keuze.`
        : `${who} heeft de zender weer aangezet.`,
  },
  en: {
    note: ({ who, text }) => `Note by ${who}: ${text}`,
    assigned: ({ who, to }) => `${who} asks ${to} to take this conversation.`,
    'released-for': ({ who, holder }) => `${who} took the conversation off ${holder}; it is free again.`,
    'claim-returned': ({ who }) => `The time of ${who} is up and somebody is still waiting. Who takes over?`,
    'moved-away': ({ who, programme }) => `${who} moved this conversation to ${programme}. Go on there.`,
    'moved-here': ({ who, from }) => `moved by ${who} from ${from}`,
    closed: ({ who, reason, because }) => `${who} closed this conversation: ${reasonOf('en', reason, because)}.`,
    reopened: ({ who }) => `${who} reopened this conversation.`,
    'reopened-unanswered': () =>
      'This conversation was closed as answered, but the answer is not in public. It is open again.',
    ignored: ({ who, handle }) =>
      `${who} ignores @${handle} from now on; new messages no longer come in. Undo: /ignore off @${handle}.`,
    moderated: ({ number, verdict }) => `Message #${number} is ${done.en[verdict as Moderation]}.`,
    'moderation-refused': ({ number, verdict, reason }) =>
      `The network did not let us “${cardLabels('en').moderate[verdict as Moderation]}” at #${number}: ${reasonText('en')(String(reason))}.`,
    paused: ({ who }) => `${who} has paused the station: nothing goes out. Go on: /station resume.`,
    resumed: ({ who, held }) =>
      held
        ? `${who} has resumed the station. ${held === 1 ? 'One reply waits' : `${held} replies wait`} in the thread for a new decision.`
        : `${who} has resumed the station.`,
  },
})

/** What was missing in a command, by the code that its parser gives. */
const problems: Record<'nl' | 'en', Record<string, string>> = {
  nl: {
    number: 'het nummer van een gesprek, zoals 12 of #12',
    text: 'een tekst achter het nummer',
    reason: 'een reden: beantwoord, geen antwoord nodig, spam, doorgegeven, of niet kunnen helpen omdat …',
    member: 'een collega, zoals @curator-delft',
    programme: 'de naam van een programma',
    person: 'een naam zoals @lezer, of het nummer van een gesprek',
    words: 'een of meer woorden om te zoeken',
    end: 'niets meer',
    choice: 'een van de mogelijkheden',
  },
  en: {
    number: 'the number of a conversation, such as 12 or #12',
    text: 'a text behind the number',
    reason: 'a reason: answered, no answer needed, spam, passed on, or could not help because …',
    member: 'a colleague, such as @curator-delft',
    programme: 'the name of a programme',
    person: 'a name such as @reader, or the number of a conversation',
    words: 'one or more words to find',
    end: 'nothing more',
    choice: 'one of the possibilities',
  },
}

/** Why the desk did not do what was asked: what was found, what is allowed, how to mend it. */
export const deskRefusals = bilingual<Sentences>({
  nl: {
    'no-conversation': ({ number }) => `Gesprek #${number} bestaat niet. Kijk in /inbox, of zoek het met /find.`,
    'given-long-ago': ({ minutes }) =>
      `Deze opdracht stond er al ${minutes} minuten toen het station hem las; hij is nu niet uitgevoerd. Is het nog nodig, geef hem dan opnieuw.`,
    'no-conversation-here': () =>
      'Dit hoort niet bij een gesprek. Doe het in de draad van een gesprek, of noem het nummer, zoals /reply 12 tekst.',
    'no-command': ({ found, nearest }) =>
      `De opdracht /${found} ken ik niet.${meant(nearest, 'Bedoelde je /%?')} Met /help zie je wat er kan.`,
    usage: ({ usage, found, problem }) =>
      `${found ? `Ik las “${found}”, maar verwachtte` : 'Ik mis'} ${problems.nl[String(problem)] ?? problem}. Zo werkt het: ${usage}`,
    'which-conversation': ({ here, found }) =>
      `Deze draad is #${here}, maar je tekst begint met “${found}”. Hoort dat bij je tekst? Zet er #${here} voor. Bedoelde je een ander gesprek? Doe het dan in die draad, of met een opdracht in het kanaal.`,
    'no-right': ({ command, roles: allowed }) =>
      `/${command} is voor ${rolesText('nl', allowed)}. Vraag het een van hen.`,
    'unknown-action': ({ action }) =>
      `De knop “${action}” werkt niet (meer). Ververs de pagina en probeer het opnieuw.`,
    'conversation-closed': ({ number }) => `Gesprek #${number} is gesloten. Heropen het eerst met /reopen ${number}.`,
    'not-closed': ({ number }) => `Gesprek #${number} is nog open; er valt niets te heropenen.`,
    succeeded: ({ number, next }) =>
      `Gesprek #${number} heeft een vervolg in #${next}; nieuwe berichten komen daar. Ga verder in #${next}.`,
    'no-care': ({ number }) => `Bij gesprek #${number} staat geen markering (meer); een collega was je misschien voor.`,
    'not-claimed': ({ number }) => `Niemand heeft gesprek #${number} opgepakt; er valt niets los te laten.`,
    'not-your-claim': ({ number, who }) =>
      `Gesprek #${number} is bij ${who}. Alleen ${who} zelf, een coördinator of een beheerder kan het losmaken.`,
    'no-member': ({ found, nearest }) =>
      `“${found}” is geen lid van het team.${meant(nearest, 'Bedoelde je @%?')} Schrijf een collega als @curator-delft.`,
    'cannot-answer': ({ who }) =>
      `${who} mag niet in het openbaar antwoorden en kan dus geen gesprek krijgen. Kies een curator, coördinator of beheerder.`,
    'no-programme': ({ found, nearest, all }) =>
      `Het programma “${found}” ken ik niet.${meant(nearest, 'Bedoelde je %?')} Er zijn: ${all}.`,
    'already-there': ({ number, programme }) => `Gesprek #${number} staat al bij ${programme}.`,
    'no-label': ({ found, nearest, all }) =>
      `${found ? `Het trefwoord “${found}” ken ik niet.` : 'Kies een trefwoord.'}${meant(nearest, 'Bedoelde je %?')} Er zijn: ${all}.`,
    'because-needed': ({ number }) =>
      `Schrijf erbij waarom we niet konden helpen; daar leren we van. Zo: /close ${number} niet kunnen helpen omdat …`,
    'no-person': ({ handle }) => `We hebben nog nooit iets van @${handle} ontvangen. Kijk of de naam precies klopt.`,
    'several-persons': ({ handle, found }) =>
      `Er zijn er meer die @${handle} heten: ${found}. Zet het netwerk erachter, of noem een gesprek: /ignore 12.`,
    'ignored-already': ({ handle }) => `@${handle} wordt al genegeerd. Terugdraaien: /ignore off @${handle}.`,
    'not-ignored': ({ handle }) => `@${handle} wordt niet genegeerd; er valt niets terug te draaien.`,
    'no-snippet': ({ found, nearest }) =>
      `De tekst “${found}” ligt niet klaar.${meant(nearest, 'Bedoelde je %?')} Met /snippet list zie je ze allemaal.`,
    'snippet-name': ({ found }) =>
      `“${found}” kan geen naam zijn. Gebruik kleine letters, cijfers en streepjes, hooguit 40, en niet list, add of remove.`,
    'snippet-from-file': ({ name }) =>
      `De tekst “${name}” staat in station.yaml en is daar te wijzigen. Kies hier een andere naam.`,
    'text-too-long': ({ length, max }) => `De tekst is ${length} tekens lang; hooguit ${max} kan. Kort hem in.`,
    'paused-already': ({ who }) => `De zender staat al op pauze, door ${who}. Verder: /station resume.`,
    'image-host': ({ url, hosts }) =>
      `${url} staat niet op een plek waar de zender beelden vandaan haalt. ${hosts ? `Dat mag van: ${hosts}.` : 'Er is nog geen plek toegelaten.'} De beheerder kan er een toevoegen in station.yaml, onder media.hosts.`,
    'cannot-moderate': ({ network, verdict, number }) =>
      `“${cardLabels('nl').moderate[verdict as Moderation]}” kan nu niet bij #${number} op ${network}. Kijk op de kaart hoe het bericht ervoor staat.`,
    unanswerable: ({ network, reason, url }) =>
      `Antwoorden mag hier niet van ${network}: ${reasonText('nl')(String(reason))}. Er is niets verstuurd. Antwoord met de hand${url ? `: ${url}` : '.'}`,
    'not-paused': () => 'De zender staat niet op pauze; er valt niets te hervatten.',
  },
  en: {
    'no-conversation': ({ number }) => `There is no conversation #${number}. Look in /inbox, or find it with /find.`,
    'given-long-ago': ({ minutes }) =>
      `This command had been there for ${minutes} minutes when the station read it; it was not carried out now. If it is still needed, give it again.`,
    'no-conversation-here': () =>
      'This belongs to no conversation. Do it in the thread of one, or give its number, as in /reply 12 text.',
    'no-command': ({ found, nearest }) =>
      `I do not know the command /${found}.${meant(nearest, 'Did you mean /%?')} /help shows what there is.`,
    usage: ({ usage, found, problem }) =>
      `${found ? `I read “${found}”, but expected` : 'What is missing is'} ${problems.en[String(problem)] ?? problem}. It works like this: ${usage}`,
    'which-conversation': ({ here, found }) =>
      `This thread is #${here}, but your text begins with “${found}”. Does that belong to your text? Put #${here} before it. Did you mean another conversation? Then do it in that thread, or with a command in the channel.`,
    'no-right': ({ command, roles: allowed }) => `/${command} is for ${rolesText('en', allowed)}. Ask one of them.`,
    'unknown-action': ({ action }) => `The button “${action}” does not work (any more). Reload the page and try again.`,
    'conversation-closed': ({ number }) => `Conversation #${number} is closed. Reopen it first with /reopen ${number}.`,
    'not-closed': ({ number }) => `Conversation #${number} is still open; there is nothing to reopen.`,
    succeeded: ({ number, next }) =>
      `Conversation #${number} goes on in #${next}; new messages arrive there. Go on in #${next}.`,
    'no-care': ({ number }) => `Conversation #${number} has no mark (any more); a colleague may have been first.`,
    'not-claimed': ({ number }) => `Nobody has claimed conversation #${number}; there is nothing to release.`,
    'not-your-claim': ({ number, who }) =>
      `Conversation #${number} is with ${who}. Only ${who}, a coordinator or an administrator can release it.`,
    'no-member': ({ found, nearest }) =>
      `“${found}” is not a member of the team.${meant(nearest, 'Did you mean @%?')} Write a colleague as @curator-delft.`,
    'cannot-answer': ({ who }) =>
      `${who} may not answer in public and so cannot be given a conversation. Choose a curator, coordinator or administrator.`,
    'no-programme': ({ found, nearest, all }) =>
      `I do not know the programme “${found}”.${meant(nearest, 'Did you mean %?')} There are: ${all}.`,
    'already-there': ({ number, programme }) => `Conversation #${number} already stands with ${programme}.`,
    'no-label': ({ found, nearest, all }) =>
      `${found ? `I do not know the label “${found}”.` : 'Choose a label.'}${meant(nearest, 'Did you mean %?')} There are: ${all}.`,
    'because-needed': ({ number }) =>
      `Write down why we could not help; we learn from it. Like this: /close ${number} could not help because …`,
    'no-person': ({ handle }) =>
      `We have never received anything from @${handle}. See whether the name is exactly right.`,
    'several-persons': ({ handle, found }) =>
      `More than one is called @${handle}: ${found}. Put the network behind it, or name a conversation: /ignore 12.`,
    'ignored-already': ({ handle }) => `@${handle} is ignored already. Undo: /ignore off @${handle}.`,
    'not-ignored': ({ handle }) => `@${handle} is not ignored; there is nothing to undo.`,
    'no-snippet': ({ found, nearest }) =>
      `There is no ready-made text “${found}”.${meant(nearest, 'Did you mean %?')} /snippet list shows them all.`,
    'snippet-name': ({ found }) =>
      `“${found}” cannot be a name. Use small letters, digits and hyphens, at most 40, and not list, add or remove.`,
    'snippet-from-file': ({ name }) =>
      `The text “${name}” stands in station.yaml and is changed there. Choose another name here.`,
    'text-too-long': ({ length, max }) => `The text is ${length} characters long; at most ${max} will do. Shorten it.`,
    'paused-already': ({ who }) => `The station is paused already, by ${who}. Go on: /station resume.`,
    'image-host': ({ url, hosts }) =>
      `${url} is not in a place from which the station takes pictures. ${hosts ? `It may be: ${hosts}.` : 'No place is allowed yet.'} The administrator can add one in station.yaml, under media.hosts.`,
    'cannot-moderate': ({ network, verdict, number }) =>
      `“${cardLabels('en').moderate[verdict as Moderation]}” cannot be done now at #${number} on ${network}. The card shows how the message stands.`,
    unanswerable: ({ network, reason, url }) =>
      `${network} does not let us answer here: ${reasonText('en')(String(reason))}. Nothing was sent. Answer by hand${url ? `: ${url}` : '.'}`,
    'not-paused': () => 'The station is not paused; there is nothing to resume.',
  },
})
