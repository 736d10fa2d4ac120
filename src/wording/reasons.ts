import { bilingual } from './bilingual.ts'

/** Why a network did not take something, in a librarian's words; the adapter gives the code. */
const sentences: Record<'nl' | 'en', Record<string, string>> = {
  nl: {
    'too-long': 'de tekst is te lang voor dit netwerk',
    duplicate: 'precies deze tekst staat er al; verander iets en verstuur opnieuw',
    'window-closed': 'het privégesprek is langer dan 24 uur stil; alleen als de lezer weer schrijft kun je antwoorden',
    gone: 'het bericht waarop je antwoordt is weg',
    'not-top-level': 'op dit netwerk kun je alleen op de bovenste reactie antwoorden',
    auth: 'het netwerk herkent onze toegang niet meer; de beheerder moet die vernieuwen',
    'rate-limit': 'het netwerk laat ons even niet; we proberen het vanzelf opnieuw',
    empty: 'de tekst is leeg',
    'private-thread': 'dit is een privégesprek; in het openbaar kan daar niets onder',
    'no-recipient': 'we weten niet aan wie dit privé gericht is',
    'not-deletable': 'het netwerk laat ons dit niet weghalen',
    'too-many-images': 'zo veel afbeeldingen neemt dit netwerk niet aan',
    'no-likes': 'dit netwerk kent geen "vind ik leuk"',
    'wrote-again': 'de lezer schreef intussen weer iets',
    edited: 'de lezer veranderde intussen het bericht',
    deleted: 'de lezer haalde het bericht intussen weg',
    'retract-wanted': 'wordt teruggehaald zodra we het vinden',
    interrupted: 'de verbinding of het programma viel weg terwijl het verstuurd werd',
    dropped: 'de verbinding viel weg terwijl het verstuurd werd',
    'not-found': 'we vinden het niet terug op het netwerk',
    'cannot-tell': 'het netwerk kan ons niet zeggen of het er staat',
    restored: 'de database is teruggezet; kijk eerst of het er al staat',
    expired: 'het was te laat om nog uit te gaan',
    paused: 'de zender stond op pauze toen het uit zou gaan',
    fault: 'een fout in het programma; de beheerder vindt die in het logboek',
    'part-before': 'het deel ervoor ging niet uit',
    'part-by-hand': 'een deel ervan staat er, maar wij weten niet waar; zet de rest er daar met de hand onder',
    budget: 'wat dit netwerk mag kosten is op; we gaan vanzelf verder zodra er weer budget is',
    quota: 'het netwerk neemt vandaag niets meer van ons aan; we gaan vanzelf verder zodra het weer mag',
    'costs-approval': 'een link is duur en het budget raakt op; een mens moet kiezen of dit uitgaat',
    'no-posts': 'op dit netwerk kunnen we alleen op reacties antwoorden, niet zelf iets plaatsen',
    'comments-disabled': 'onder deze video staan reacties uit; er kan niets meer bij',
    'no-permission': 'we hebben op dit netwerk geen toestemming om dit te doen; de beheerder kan die geven',
    'not-possible-here': 'dit kan op dit netwerk niet',
    'unclear-refusal': 'het netwerk weigerde zonder te zeggen waarom; kijk daar of het er toch staat',
    account: 'onze toegang hoort bij een ander account; de beheerder moet de juiste instellen',
    untrusted: 'de beveiligde verbinding met het netwerk lukt niet; de beheerder moet het certificaat nakijken',
  },
  en: {
    'too-long': 'the text is too long for this network',
    duplicate: 'exactly this text is there already; change something and send again',
    'window-closed':
      'the private conversation has been silent for over 24 hours; you can answer when the reader writes again',
    gone: 'the message that you answer is gone',
    'not-top-level': 'on this network only the top comment can be answered',
    auth: 'the network no longer knows our access; the administrator must renew it',
    'rate-limit': 'the network holds us up for a moment; we try again by ourselves',
    empty: 'the text is empty',
    'private-thread': 'this is a private conversation; nothing public can hang under it',
    'no-recipient': 'we do not know whom this is for in private',
    'not-deletable': 'the network does not let us delete this',
    'too-many-images': 'the network does not take so many images',
    'no-likes': 'this network knows no likes',
    'wrote-again': 'the reader has written again since',
    edited: 'the reader has changed the message since',
    deleted: 'the reader has deleted the message since',
    'retract-wanted': 'will be taken back as soon as we find it',
    interrupted: 'the line or the program broke off while it was being sent',
    dropped: 'the line dropped while it was being sent',
    'not-found': 'we do not find it on the network',
    'cannot-tell': 'the network cannot tell us whether it is there',
    restored: 'the database was restored; look first whether it is there',
    expired: 'it was too late to go out',
    paused: 'the station was paused when it was to go out',
    fault: 'a fault in the program; the administrator finds it in the log',
    'part-before': 'the part before it did not go out',
    'part-by-hand': 'a part of it is there, but we do not know where; put the rest under it there by hand',
    budget: 'what this network may cost is used up; we go on by ourselves as soon as there is budget again',
    quota: 'the network takes no more of ours today; we go on by ourselves as soon as we may',
    'costs-approval': 'a link is dear and the budget runs low; a person must choose whether this goes out',
    'no-posts': 'on this network we can only answer comments, not post by ourselves',
    'comments-disabled': 'comments are switched off under this video; nothing can be added',
    'no-permission': 'we are not allowed to do this on this network; the administrator can arrange it',
    'not-possible-here': 'this cannot be done on this network',
    'unclear-refusal': 'the network refused without saying why; look there whether it stands there after all',
    account: 'our access belongs to another account; the administrator must set the right one',
    untrusted: 'there is no secure connection to the network; the administrator must look at the certificate',
  },
}

/** What a line or a server says when it fails: a code for the administrator, not a sentence for a librarian. */
const TECHNICAL = /^(?:HTTP \d+|E[A-Z_]+|UND_ERR_\w+|timeout|connection lost|unreadable answer|not JSON)$/

/** The sentence for a reason code, or the reason itself where the network gave words of its own. */
export const reasonText = bilingual({
  nl: (reason: string | null): string => {
    if (reason === null) return 'zonder opgave van reden'
    return sentences.nl[reason] ?? (TECHNICAL.test(reason) ? `het netwerk gaf geen goed antwoord (${reason})` : reason)
  },
  en: (reason: string | null): string => {
    if (reason === null) return 'no reason given'
    return sentences.en[reason] ?? (TECHNICAL.test(reason) ? `the network gave no proper answer (${reason})` : reason)
  },
})
