import { bilingual } from './bilingual.ts'

/** Why a post does not stand on the list as planned; what is late has words of its own. */
const why: Record<'nl' | 'en', Record<string, string>> = {
  nl: {
    'by-hand': 'met de hand',
    changed: 'het rooster veranderde',
    gone: 'uit de bestanden gehaald',
    silence: 'stilte op de zender',
    season: 'buiten het seizoen',
    gap: 'de klok gaat vooruit; het gaat om dezelfde minuut al uit',
  },
  en: {
    'by-hand': 'by hand',
    changed: 'the schedule changed',
    gone: 'taken out of the files',
    silence: 'the station is silent',
    season: 'off season',
    gap: 'clocks go forward; it airs in that same minute already',
  },
}

/** What a person reads after /schedule. */
export const scheduleWords = bilingual({
  nl: {
    day: (day: string, count: number) => `${day}: ${count === 1 ? 'één bericht' : `${count} berichten`}`,
    emptyDay: (day: string) => `${day}: niets gepland.`,
    moved: 'verplaatst',
    why: why.nl,
    propose: (programme: string) => `Zo komt dit op het rooster van ${programme}. Goed zo?`,
    once: 'Eén keer',
    repeats: 'Telkens',
    airs: 'Gaat uit',
    inParts: (parts: number) => `in ${parts} delen`,
    careful: 'Let op',
    beside: (posts: string) => `op dezelfde minuut gaat ook uit: ${posts}`,
    sameText: (entries: string) => `deze tekst staat er al, in ${entries}; een netwerk kan een dubbele tekst weigeren`,
    yes: 'Zet op het rooster',
    no: 'Toch niet',
    added: (entry: string, airs: string) => `Het staat op het rooster als ${entry}. Gaat uit: ${airs}.`,
    dropped: 'Goed, er verandert niets.',
    postEdited: (post: number) => `p${post} heeft een nieuwe tekst.`,
    entryEdited: (entry: string, airs: string) =>
      `${entry} is veranderd. Gaat uit: ${airs || 'niet meer in dit seizoen'}.`,
    postMoved: (post: number, to: string) => `p${post} gaat nu uit op ${to}.`,
    postCancelled: (post: number, entry: string) => `p${post} is geschrapt. ${entry} gaat verder gewoon door.`,
    entryCancelled: (entry: string) => `${entry} is van het rooster, met alles wat het nog zou uitzenden.`,
    entryPaused: (entry: string) => `${entry} ligt stil. Verder: /schedule resume ${entry}.`,
    entryResumed: (entry: string, airs: string) =>
      `${entry} gaat weer verder. Gaat uit: ${airs || 'niet meer in dit seizoen'}.`,
    allWell: 'De komende zeven dagen kloppen: elk programma heeft een bericht en niets zit elkaar in de weg.',
    findings: (all: number, shown: number) =>
      `${all === 1 ? 'Eén ding valt' : `${all} dingen vallen`} op in de komende zeven dagen.${all > shown ? ` Dit zijn de eerste ${shown}.` : ''}`,
    tooLong: (network: string, length: number, max: number) => `te lang voor ${network}: ${length}/${max}`,
    closed: (post: string) => `${post} valt buiten de zendtijd`,
    sameMinute: (posts: string) => `${posts} gaan in dezelfde minuut uit`,
    crowded: (count: number) => `${count} berichten binnen een uur`,
    empty: (programme: string) => `${programme} heeft geen bericht`,
    nothingToExport:
      'Er is in de chat niets veranderd; de bestanden kloppen. Een heel programma: /schedule export ochtendblad.',
  },
  en: {
    day: (day: string, count: number) => `${day}: ${count === 1 ? 'one post' : `${count} posts`}`,
    emptyDay: (day: string) => `${day}: nothing planned.`,
    moved: 'moved',
    why: why.en,
    propose: (programme: string) => `This is how it goes on the schedule of ${programme}. All right?`,
    once: 'Once',
    repeats: 'Repeats',
    airs: 'Airs',
    inParts: (parts: number) => `in ${parts} parts`,
    careful: 'Careful',
    beside: (posts: string) => `in the same minute airs: ${posts}`,
    sameText: (entries: string) =>
      `this text is there already, in ${entries}; a network may refuse the same text twice`,
    yes: 'Put it on the schedule',
    no: 'Rather not',
    added: (entry: string, airs: string) => `It is on the schedule as ${entry}. Airs: ${airs}.`,
    dropped: 'All right, nothing changes.',
    postEdited: (post: number) => `p${post} has a new text.`,
    entryEdited: (entry: string, airs: string) => `${entry} has changed. Airs: ${airs || 'not again this season'}.`,
    postMoved: (post: number, to: string) => `p${post} now airs at ${to}.`,
    postCancelled: (post: number, entry: string) => `p${post} is cancelled. ${entry} goes on as before.`,
    entryCancelled: (entry: string) => `${entry} is off the schedule, with all that it would still air.`,
    entryPaused: (entry: string) => `${entry} rests. Go on with /schedule resume ${entry}.`,
    entryResumed: (entry: string, airs: string) => `${entry} goes on. Airs: ${airs || 'not again this season'}.`,
    allWell: 'The coming seven days are fine: each programme has a post and nothing is in the way of anything.',
    findings: (all: number, shown: number) =>
      `${all === 1 ? 'One thing stands' : `${all} things stand`} out in the coming seven days.${all > shown ? ` These are the first ${shown}.` : ''}`,
    tooLong: (network: string, length: number, max: number) => `too long for ${network}: ${length}/${max}`,
    closed: (post: string) => `${post} is outside the hours on air`,
    sameMinute: (posts: string) => `${posts} air in the same minute`,
    crowded: (count: number) => `${count} posts within an hour`,
    empty: (programme: string) => `${programme} has no post`,
    nothingToExport:
      'Nothing was changed in chat; the files are right. A whole programme: /schedule export ochtendblad.',
  },
})
