import { bilingual } from './bilingual.ts'

const numbers = (list: number[]): string => list.map((it) => `#${it}`).join(', ')

/** What a person reads after a command. */
export const commandWords = bilingual({
  nl: {
    held: (number: number, seconds: number) => `Je antwoord in #${number} gaat over ${seconds} seconden uit.`,
    undo: 'Terugnemen',
    noted: (number: number) => `Je notitie staat in de draad van #${number}.`,
    claimed: (number: number, until: string) => `#${number} is van jou, tot ${until}.`,
    released: (number: number) => `#${number} is weer vrij.`,
    assigned: (number: number, who: string) => `#${number} is nu bij ${who}.`,
    moved: (number: number, programme: string) => `#${number} gaat naar ${programme}; de draad opent daar opnieuw.`,
    tagged: (number: number, labels: string[]) =>
      labels.length === 0 ? `#${number} heeft geen trefwoorden meer.` : `#${number}: ${labels.join(', ')}.`,
    closed: (closed: number[], already: number[]) =>
      [
        closed.length > 0 ? `Gesloten: ${numbers(closed)}.` : '',
        already.length > 0 ? `Al gesloten: ${numbers(already)}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    reopened: (number: number) => `#${number} is weer open.`,
    ignored: (handle: string, closed: number[]) =>
      `Van @${handle} komt niets meer binnen.${closed.length > 0 ? ` Gesloten: ${numbers(closed)}.` : ''} Terugdraaien: /ignore off @${handle}.`,
    unignored: (handle: string) => `Berichten van @${handle} komen weer binnen.`,
    retracting: (number: number) =>
      `Het antwoord in #${number} wordt teruggehaald; in de draad zie je hoe het afloopt.`,
    retractLater: (number: number) =>
      `Het antwoord in #${number} is nog onderweg; het wordt teruggehaald zodra we het vinden.`,
    snippets: 'Teksten die klaarliggen. Versturen: /snippet naam 12',
    snippetText: (name: string) => `${name} (nog niet verstuurd; versturen: /snippet ${name} 12)`,
    snippetAdded: (name: string, replaced: boolean) =>
      replaced ? `De tekst ${name} is vervangen.` : `De tekst ${name} ligt klaar. Versturen: /snippet ${name} 12`,
    snippetRemoved: (name: string) => `De tekst ${name} is weg.`,
    nobodyWaits: 'Er wacht niemand. Mooi.',
    waiting: (total: number, shown: number, urgent: boolean) =>
      `${total === 1 ? 'Eén gesprek wacht' : `${total} gesprekken wachten`} op antwoord, ${urgent ? 'eerst waar misschien zorg nodig is, dan de langst wachtende' : 'de langst wachtende eerst'}.${total > shown ? ` Dit zijn de eerste ${shown}.` : ''}`,
    waits: (span: string) => `wacht ${span}`,
    heldBy: (who: string) => `bij ${who}`,
    free: 'vrij',
    night: 'nachtkanaal',
    direct: 'privé',
    nothingFound: (query: string) =>
      `Niets gevonden voor “${query}”. Probeer minder woorden, of het begin van een woord.`,
    found: (query: string, more: boolean) =>
      `Gevonden voor “${query}”, het nieuwste eerst.${more ? ' Er is meer; zoek met meer woorden.' : ''}`,
    closedMark: 'gesloten',
    person: (handle: string) => `lezer @${handle}`,
    history: (number: number) => `Wat er in #${number} gebeurde`,
    onAir: (name: string, until: string) => `Nu in de lucht: ${name}, tot ${until}.`,
    offAir: 'Er is nu niets in de lucht.',
    next: 'Straks',
    nextUp: (name: string, at: string) => `${name}, ${at}`,
    nothingNext: 'niets meer in dit seizoen',
    hosts: 'Presentatie',
    nobody: 'niemand',
    channel: 'Kanaal',
    station: 'Zo staat het ervoor',
    paused: (who: string, at: string) => `op pauze sinds ${at}, door ${who}`,
    running: 'in de lucht; alles gaat uit',
    state: 'Zender',
    outbox: 'Onderweg',
    outboxCounts: (network: number, chat: number, unknown: number) =>
      `${network} naar netwerken, ${chat} naar de chat, ${unknown} onzeker`,
    forPerson: (n: number): string =>
      n === 0 ? 'Er wacht niets op een keuze van een mens.' : 'Hier moet een mens naar kijken:',
    stuck: (what: string, reason: string) => `${what}: ${reason}`,
    stationPaused: 'De zender staat op pauze: er gaat niets uit. Wat binnenkomt, komt gewoon binnen.',
    stationResumed: (held: number): string =>
      held === 0
        ? 'De zender staat weer aan.'
        : `De zender staat weer aan. ${held === 1 ? 'Eén antwoord wacht' : `${held} antwoorden wachten`} in de draad op een nieuwe keuze.`,
    help: 'Dit kun je doen. In een draad: @schatkamer en dan hetzelfde, zonder nummer. Meer weten: /help reply',
    usage: 'Zo',
    who: 'Voor',
  },
  en: {
    held: (number: number, seconds: number) => `Your reply in #${number} goes out in ${seconds} seconds.`,
    undo: 'Undo',
    noted: (number: number) => `Your note stands in the thread of #${number}.`,
    claimed: (number: number, until: string) => `#${number} is yours until ${until}.`,
    released: (number: number) => `#${number} is free again.`,
    assigned: (number: number, who: string) => `#${number} is with ${who} now.`,
    moved: (number: number, programme: string) => `#${number} goes to ${programme}; its thread opens there.`,
    tagged: (number: number, labels: string[]) =>
      labels.length === 0 ? `#${number} has no labels any more.` : `#${number}: ${labels.join(', ')}.`,
    closed: (closed: number[], already: number[]) =>
      [
        closed.length > 0 ? `Closed: ${numbers(closed)}.` : '',
        already.length > 0 ? `Closed already: ${numbers(already)}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    reopened: (number: number) => `#${number} is open again.`,
    ignored: (handle: string, closed: number[]) =>
      `Nothing of @${handle} comes in any more.${closed.length > 0 ? ` Closed: ${numbers(closed)}.` : ''} Undo: /ignore off @${handle}.`,
    unignored: (handle: string) => `Messages of @${handle} come in again.`,
    retracting: (number: number) => `The reply in #${number} is being taken back; its thread shows how that ends.`,
    retractLater: (number: number) =>
      `The reply in #${number} is still under way; it is taken back as soon as we find it.`,
    snippets: 'Ready-made texts. To send one: /snippet name 12',
    snippetText: (name: string) => `${name} (not sent yet; to send it: /snippet ${name} 12)`,
    snippetAdded: (name: string, replaced: boolean) =>
      replaced ? `The text ${name} was replaced.` : `The text ${name} is ready. To send it: /snippet ${name} 12`,
    snippetRemoved: (name: string) => `The text ${name} is gone.`,
    nobodyWaits: 'Nobody waits. Lovely.',
    waiting: (total: number, shown: number, urgent: boolean) =>
      `${total === 1 ? 'One conversation waits' : `${total} conversations wait`} for an answer, ${urgent ? 'first where care may be needed, then the longest' : 'the longest first'}.${total > shown ? ` These are the first ${shown}.` : ''}`,
    waits: (span: string) => `waits ${span}`,
    heldBy: (who: string) => `with ${who}`,
    free: 'free',
    night: 'night channel',
    direct: 'private',
    nothingFound: (query: string) => `Nothing found for “${query}”. Try fewer words, or the beginning of a word.`,
    found: (query: string, more: boolean) =>
      `Found for “${query}”, newest first.${more ? ' There is more; search with more words.' : ''}`,
    closedMark: 'closed',
    person: (handle: string) => `reader @${handle}`,
    history: (number: number) => `What happened in #${number}`,
    onAir: (name: string, until: string) => `On the air now: ${name}, until ${until}.`,
    offAir: 'Nothing is on the air now.',
    next: 'Next',
    nextUp: (name: string, at: string) => `${name}, ${at}`,
    nothingNext: 'nothing more in this season',
    hosts: 'Hosts',
    nobody: 'nobody',
    channel: 'Channel',
    station: 'How things stand',
    paused: (who: string, at: string) => `paused since ${at}, by ${who}`,
    running: 'on the air; everything goes out',
    state: 'Station',
    outbox: 'Under way',
    outboxCounts: (network: number, chat: number, unknown: number) =>
      `${network} to networks, ${chat} to the chat, ${unknown} uncertain`,
    forPerson: (n: number): string =>
      n === 0 ? "Nothing waits for a person's decision." : 'A person has to look at these:',
    stuck: (what: string, reason: string) => `${what}: ${reason}`,
    stationPaused: 'The station is paused: nothing goes out. What comes in still comes in.',
    stationResumed: (held: number): string =>
      held === 0
        ? 'The station is on again.'
        : `The station is on again. ${held === 1 ? 'One reply waits' : `${held} replies wait`} in the thread for a new decision.`,
    help: 'This is what you can do. In a thread: @schatkamer and then the same, without the number. To know more: /help reply',
    usage: 'Like this',
    who: 'For',
  },
})
