import { bilingual } from './bilingual.ts'
import type { Sentences } from './notices.ts'

/** The question before sending, and the line in the thread that tells the truth about a reply. */
export const deliveryLabels = bilingual({
  nl: {
    sendTo: (handle: string, where: string, length: number, max: number) =>
      length > max
        ? `Te lang voor ${where}: ${length}/${max}. Kort je bericht in de draad in, of stuur een kortere tekst.`
        : `Versturen aan @${handle} op ${where}? ${length}/${max}`,
    staleSendTo: (handle: string, where: string, length: number, max: number) =>
      `Nog niet verstuurd: @${handle} heeft intussen iets veranderd of geschreven. Toch versturen op ${where}? ${length}/${max}`,
    draft: 'Dit leest iedereen',
    privateDraft: 'Dit leest alleen de lezer',
    send: 'Versturen',
    sendAnyway: 'Toch versturen',
    keepInside: 'Binnen houden',
    image: 'Afbeelding',
    undo: 'Terugnemen',
    held: (name: string, handle: string, seconds: number) =>
      `${name} antwoordt @${handle}; gaat uit over ${seconds} seconden`,
    askedAgain: (name: string) => `${name} paste het antwoord aan; het wacht op Versturen`,
    heldBack: (name: string, handle: string) => `${name} antwoordt @${handle}; wacht, de zender staat op pauze`,
    retractFailed: (reason: string) => `Terughalen lukte niet: ${reason}`,
    sending: (name: string, handle: string) => `Antwoord van ${name} aan @${handle} gaat nu uit`,
    waits: (reason: string) => `Wacht nog: ${reason}`,
    sent: (name: string, handle: string, where: string) => `✓ ${name} antwoordde @${handle} op ${where}`,
    autoSent: (handle: string, where: string) =>
      `Automatisch antwoord aan @${handle} op ${where} (telt niet als antwoord)`,
    autoStopped: (handle: string, reason: string) =>
      `Het automatische antwoord aan @${handle} is niet uitgegaan: ${reason}`,
    corrected: (name: string, where: string) => `✓ Verbetering van ${name} op ${where}`,
    undone: (name: string) => `Teruggenomen; het antwoord van ${name} is niet uitgegaan`,
    kept: (name: string) => `Binnen gehouden; het antwoord van ${name} is niet uitgegaan`,
    stale: (name: string, reason: string) => `Gestopt, antwoord van ${name} is niet uitgegaan: ${reason}`,
    refused: (name: string, where: string, reason: string) => `✗ Niet verstuurd (${name}, ${where}): ${reason}`,
    unknown: (where: string) => `Misschien uitgegaan; we zoeken het op bij ${where}`,
    person: (where: string, reason: string) => `Onzeker of dit op ${where} staat: ${reason}. Kijk zelf en kies.`,
    retracting: (where: string) => `Wordt teruggehaald van ${where}`,
    retracted: (where: string) => `Teruggehaald van ${where}`,
    review: 'Was klaar toen de zender op pauze ging. Nu alsnog versturen?',
    view: (where: string) => `Bekijk op ${where}`,
    retract: 'Terughalen',
    correct: 'Verbeteren',
    correctTitle: 'Een verbetering onder ons antwoord',
    isOut: 'Het staat er',
    again: 'Het staat er niet: verstuur opnieuw',
    drop: 'Laat maar',
    askPrivate:
      'Fijn dat je schrijft. Haal je persoonlijke gegevens liever weg uit je bericht; stuur ze ons privé, dan zoeken we het samen uit.',
  },
  en: {
    sendTo: (handle: string, where: string, length: number, max: number) =>
      length > max
        ? `Too long for ${where}: ${length}/${max}. Shorten your message in the thread, or send a shorter text.`
        : `Send to @${handle} on ${where}? ${length}/${max}`,
    staleSendTo: (handle: string, where: string, length: number, max: number) =>
      `Not sent yet: @${handle} has written or changed something since. Send on ${where} anyway? ${length}/${max}`,
    draft: 'Everybody reads this',
    privateDraft: 'Only the reader reads this',
    send: 'Send',
    sendAnyway: 'Send anyway',
    keepInside: 'Keep inside',
    image: 'Image',
    undo: 'Undo',
    held: (name: string, handle: string, seconds: number) =>
      `${name} answers @${handle}; goes out in ${seconds} seconds`,
    askedAgain: (name: string) => `${name} changed the answer; it waits for Send`,
    heldBack: (name: string, handle: string) => `${name} answers @${handle}; waiting, the station is paused`,
    retractFailed: (reason: string) => `Retracting failed: ${reason}`,
    sending: (name: string, handle: string) => `The answer of ${name} to @${handle} is going out`,
    waits: (reason: string) => `Still waiting: ${reason}`,
    sent: (name: string, handle: string, where: string) => `✓ ${name} answered @${handle} on ${where}`,
    autoSent: (handle: string, where: string) =>
      `Automatic answer to @${handle} on ${where} (does not count as an answer)`,
    autoStopped: (handle: string, reason: string) => `The automatic answer to @${handle} did not go out: ${reason}`,
    corrected: (name: string, where: string) => `✓ Correction by ${name} on ${where}`,
    undone: (name: string) => `Taken back; the answer of ${name} did not go out`,
    kept: (name: string) => `Kept inside; the answer of ${name} did not go out`,
    stale: (name: string, reason: string) => `Stopped, the answer of ${name} did not go out: ${reason}`,
    refused: (name: string, where: string, reason: string) => `✗ Not sent (${name}, ${where}): ${reason}`,
    unknown: (where: string) => `It may be out; we are looking it up on ${where}`,
    person: (where: string, reason: string) =>
      `Uncertain whether this is on ${where}: ${reason}. Look for yourself and choose.`,
    retracting: (where: string) => `Being taken back from ${where}`,
    retracted: (where: string) => `Taken back from ${where}`,
    review: 'Was ready when the station was paused. Send it now?',
    view: (where: string) => `View on ${where}`,
    retract: 'Retract',
    correct: 'Correct',
    correctTitle: 'A correction under our reply',
    isOut: 'It is there',
    again: 'It is not there: send again',
    drop: 'Leave it',
    askPrivate:
      'Thank you for writing. Please take your personal details out of your message and send them to us in private; then we will sort it out together.',
  },
})

/** Why a network takes nothing, and what a person can do about it. */
const repair: Record<'nl' | 'en', Record<string, string>> = {
  nl: {
    auth: 'het herkent onze toegang niet meer. De beheerder draait npm run doctor; dat noemt wat er vernieuwd moet worden. Daarna gaat het vanzelf verder.',
    account:
      'onze toegang hoort bij een ander account dan dat van het station. De beheerder draait npm run doctor; dat noemt wat er verbeterd moet worden. Daarna gaat het vanzelf verder.',
    permission:
      'onze toegang mist een recht. De beheerder draait npm run doctor; dat noemt welk. Daarna gaat het vanzelf verder.',
    quota:
      'we hebben er voorlopig genoeg geplaatst. Het gaat vanzelf verder zodra het weer mag; is dat te laat, plaats dan daar met de hand.',
    unreachable:
      'het is niet te bereiken. Het gaat vanzelf verder; duurt het lang, laat de beheerder dan naar de verbinding kijken.',
  },
  en: {
    auth: 'it no longer knows our access. The administrator runs npm run doctor, which names what must be renewed; then it goes on by itself.',
    account:
      "our access belongs to another account than the station's. The administrator runs npm run doctor, which names what must be mended; then it goes on by itself.",
    permission:
      'our access lacks a permission. The administrator runs npm run doctor, which names the one; then it goes on by itself.',
    quota:
      'it takes no more of ours for the time being. It goes on by itself as soon as we may; where that is too late, post there by hand.',
    unreachable:
      'it cannot be reached. It goes on by itself; if it takes long, have the administrator look at the connection.',
  },
}

/** What is said in threads about replies and their readers. */
export const deliveryNotices = bilingual<Sentences>({
  nl: {
    'reopened-by-reader': ({ handle }) => `@${handle} schreef weer; het gesprek is heropend.`,
    'off-air': ({ onAir }) => `Dit programma is nu niet in de lucht. ${onAir} wel: kijk jij even mee?`,
    'came-at-night': ({ onAir }) =>
      `Hier schrijft iemand verder uit de nacht. ${onAir} is nu in de lucht: kijk jij even mee?`,
    'asked-wrote-again': () => 'De lezer schreef weer terwijl je antwoord nog op Versturen wacht.',
    'asked-edited': () => 'De lezer veranderde het bericht terwijl je antwoord nog op Versturen wacht.',
    'asked-deleted': () => 'De lezer haalde het bericht weg terwijl je antwoord nog op Versturen wacht.',
    'stopped-wrote-again': () => 'Je antwoord is gestopt: de lezer schreef intussen weer.',
    'stopped-edited': () => 'Je antwoord is gestopt: de lezer veranderde intussen het bericht.',
    'stopped-deleted': () => 'Je antwoord is gestopt: de lezer haalde het bericht intussen weg.',
    liked: () => '♥ We gaven dit bericht een hartje.',
    'like-failed': () => 'Het netwerk nam onze "vind ik leuk" niet aan.',
    'source-offers-retract': () =>
      'Dit bericht is al uitgegaan. Terughalen of verbeteren kan met de knoppen onder het antwoord.',
    'send-held': ({ network, why }) =>
      `Er gaat nu niets uit op ${network}: ${repair.nl[why ?? ''] ?? repair.nl.unreachable} Wat klaarstaat wacht, antwoorden gaan straks voor.`,
    'send-back': ({ network }) => `Op ${network} gaat alles weer uit; wat wachtte volgt vanzelf.`,
    restored: ({ until }) =>
      `De database is teruggezet uit een back-up; het laatste wat erin staat is van ${until}. Wat daarna gebeurde kent de zender niet meer. Lezers van daarna komen opnieuw binnen, onder een nieuw nummer: kijk voor je antwoordt of er op het netwerk al een antwoord staat. Wat klaarstond, zoeken we eerst op.`,
    'channel-gone': ({ channel }) => `Het kanaal ${channel} nam deze draad niet aan; daarom staat die hier.`,
  },
  en: {
    'reopened-by-reader': ({ handle }) => `@${handle} wrote again; the conversation is open again.`,
    'off-air': ({ onAir }) => `This programme is off the air. ${onAir} is on: will you have a look?`,
    'came-at-night': ({ onAir }) =>
      `Somebody from the night goes on here. ${onAir} is on the air: will you have a look?`,
    'asked-wrote-again': () => 'The reader wrote again while your answer still waits for Send.',
    'asked-edited': () => 'The reader changed the message while your answer still waits for Send.',
    'asked-deleted': () => 'The reader deleted the message while your answer still waits for Send.',
    'stopped-wrote-again': () => 'Your answer was stopped: the reader wrote again.',
    'stopped-edited': () => 'Your answer was stopped: the reader changed the message.',
    'stopped-deleted': () => 'Your answer was stopped: the reader deleted the message.',
    liked: () => '♥ We liked this message.',
    'like-failed': () => 'The network did not take our like.',
    'source-offers-retract': () =>
      'This message has gone out. The buttons under the reply let you retract or correct it.',
    'send-held': ({ network, why }) =>
      `Nothing goes out on ${network} now: ${repair.en[why ?? ''] ?? repair.en.unreachable} What is ready waits, replies will go first.`,
    'send-back': ({ network }) => `Everything goes out on ${network} again; what waited follows by itself.`,
    restored: ({ until }) =>
      `The database was put back from a backup; the last thing in it is from ${until}. The station no longer knows what happened after that. Readers from after it come in again, under a new number: look whether there is an answer on the network already before you answer. What was waiting is looked up first.`,
    'channel-gone': ({ channel }) => `The channel ${channel} did not take this thread; that is why it is here.`,
  },
})

/** What people call a chat platform. */
const CHAT: Readonly<Record<string, string>> = { slack: 'Slack' }

/** Why a reply cannot go out. */
export const deliveryRefusals = bilingual<Sentences>({
  nl: {
    'unknown-member': () => 'Je staat niet in het team. Vraag de coördinator om je erin te zetten; dan kun je dit wel.',
    'roles-unknown': ({ platform }) =>
      `${CHAT[String(platform)] ?? 'De chat'} zegt op dit moment niet wat je mag, en zonder dat gaat er niets uit. Er is niets gebeurd. Probeer het zo nog eens; duurt het, waarschuw dan de beheerder.`,
    'colleague-in-reply': ({ number }) =>
      `In je antwoord in #${number} noem je een collega met @, en dat leest iedereen. Er is niets verstuurd. Haal de naam weg, of schrijf het als notitie.`,
    'may-not-send': ({ who }) =>
      `${who} mag niet in het openbaar antwoorden. Dat kunnen curatoren, coördinatoren en beheerders; schrijf hier gerust een notitie.`,
    'claimed-by': ({ who, number, minutes }) =>
      `${who} heeft #${number} opgepakt, nog ${minutes} minuten. Overleg in de draad, of wacht tot het vrijkomt.`,
    'no-draft': ({ draft }) => `Concept ${draft} bestaat niet (meer).`,
    'not-your-draft': () => 'Dit concept is van iemand anders; alleen de schrijver kan het versturen.',
    'draft-settled': ({ number }) =>
      `Over dit antwoord in #${number} is al beslist; kijk in de draad hoe het ervoor staat.`,
    'no-message': ({ number, ordinal }) =>
      ordinal
        ? `In #${number} is geen bericht ${number}.${ordinal} van de lezer.`
        : `In #${number} staat niets (meer) om op te antwoorden.`,
    'message-deleted': ({ number, ordinal }) =>
      `De lezer heeft ${number}.${ordinal} weggehaald; daarop kun je niet meer antwoorden.`,
    'empty-reply': ({ number }) => `Het antwoord is leeg. Zet de tekst achter het nummer: /reply ${number} Tekst.`,
    'too-long': ({ network, length, max, over }) =>
      `Te lang voor ${network}: ${length} van ${max} tekens, ${over} te veel. Er is niets verstuurd.`,
    'network-not-there': ({ network }) => `${network} is op deze zender niet aangesloten.`,
    'window-closed': ({ hours }) =>
      `De lezer schreef meer dan ${hours} uur geleden; dan mogen we privé niet meer antwoorden. Zodra de lezer weer schrijft kan het wel.`,
    'sent-already': ({ number, who }) =>
      `Precies dit antwoord is in #${number} al verstuurd door ${who}. Er gaat niets dubbel uit.`,
    'too-late-to-undo': ({ number }) =>
      `Te laat om terug te nemen in #${number}. Terughalen kan met /retract ${number}, verbeteren met /correct ${number} Tekst.`,
    'nothing-to-retract': ({ number }) => `In #${number} staat geen antwoord van ons dat teruggehaald kan worden.`,
    'network-cannot-retract': ({ number, network }) =>
      `${network} laat ons niets weghalen. Zet een verbetering eronder met /correct ${number} Tekst.`,
    'nothing-to-correct': ({ number }) => `In #${number} staat geen antwoord van ons om te verbeteren.`,
    'network-cannot-like': ({ network }) => `${network} laat ons geen "vind ik leuk" geven.`,
    'no-picture-in-private': ({ network }) =>
      `In een privébericht op ${network} kan geen afbeelding mee. Laat de afbeelding weg, of zet een link in de tekst.`,
    'picture-kind': ({ network, found }) =>
      `${network} neemt geen ${found} aan. Bewaar de afbeelding als jpeg of png en gebruik dat adres.`,
    'too-many-images': ({ network, found, most }) =>
      most === 0
        ? `${network} neemt geen afbeelding bij een antwoord. Er is niets verstuurd; zet een link in de tekst.`
        : `${network} neemt hoogstens ${most} bij een antwoord; dit zijn er ${found}. Er is niets verstuurd.`,
    'not-an-image': ({ url }) =>
      `Een bestand uit de chat kan niet mee naar buiten: ${url}. Er is niets verstuurd. Typ je antwoord opnieuw zonder bestand. Een afbeelding die al op het web staat, kan wel mee: image: https://… omschrijving`,
    'image-address': ({ url }) =>
      `Een afbeelding heeft een adres dat met https:// begint; dit staat er: ${url}. Er is niets verstuurd.`,
    'image-without-alt': ({ url }) =>
      `Beschrijf wat er op de afbeelding te zien is, voor wie haar niet ziet: image: ${url} Omschrijving. Er is niets verstuurd.`,
  },
  en: {
    'unknown-member': () => 'You are not in the team. Ask the coordinator to put you in it; then you can do this.',
    'roles-unknown': ({ platform }) =>
      `${CHAT[String(platform)] ?? 'The chat'} does not say at this moment what you may do, and without that nothing goes out. Nothing has happened. Try again in a moment; if it takes long, warn the administrator.`,
    'colleague-in-reply': ({ number }) =>
      `Your answer in #${number} names a colleague with @, and everybody would read that. Nothing was sent. Take the name out, or write it as a note.`,
    'may-not-send': ({ who }) =>
      `${who} may not answer in public. Curators, coordinators and administrators can; do write a note here.`,
    'claimed-by': ({ who, number, minutes }) =>
      `${who} has claimed #${number} for another ${minutes} minutes. Talk in the thread, or wait until it is free.`,
    'no-draft': ({ draft }) => `Draft ${draft} does not exist (any more).`,
    'not-your-draft': () => "This draft is somebody else's; only its writer can send it.",
    'draft-settled': ({ number }) =>
      `This reply in #${number} has been decided already; the thread shows how it stands.`,
    'no-message': ({ number, ordinal }) =>
      ordinal
        ? `There is no message ${number}.${ordinal} of the reader in #${number}.`
        : `There is nothing (left) to answer in #${number}.`,
    'message-deleted': ({ number, ordinal }) =>
      `The reader has deleted ${number}.${ordinal}; it cannot be answered any more.`,
    'empty-reply': ({ number }) => `The reply is empty. Put the text behind the number: /reply ${number} Text.`,
    'too-long': ({ network, length, max, over }) =>
      `Too long for ${network}: ${length} of ${max} characters, ${over} too many. Nothing was sent.`,
    'network-not-there': ({ network }) => `${network} is not connected to this station.`,
    'window-closed': ({ hours }) =>
      `The reader wrote more than ${hours} hours ago; then we may no longer answer in private. When the reader writes again, you can.`,
    'sent-already': ({ number, who }) =>
      `Exactly this reply was sent in #${number} by ${who} already. Nothing goes out twice.`,
    'too-late-to-undo': ({ number }) =>
      `Too late to undo in #${number}. Retract with /retract ${number}, correct with /correct ${number} Text.`,
    'nothing-to-retract': ({ number }) => `There is no reply of ours in #${number} that can be taken back.`,
    'network-cannot-retract': ({ number, network }) =>
      `${network} lets us delete nothing. Put a correction under it with /correct ${number} Text.`,
    'nothing-to-correct': ({ number }) => `There is no reply of ours in #${number} to correct.`,
    'network-cannot-like': ({ network }) => `${network} lets us like nothing.`,
    'no-picture-in-private': ({ network }) =>
      `No image can go along in a private message on ${network}. Leave the image out, or put a link in the text.`,
    'picture-kind': ({ network, found }) =>
      `${network} takes no ${found}. Save the image as jpeg or png and use that address.`,
    'too-many-images': ({ network, found, most }) =>
      most === 0
        ? `${network} takes no image with a reply. Nothing was sent; put a link in the text.`
        : `${network} takes ${most} at most with a reply; these are ${found}. Nothing was sent.`,
    'not-an-image': ({ url }) =>
      `A file of the chat cannot go outside: ${url}. Nothing was sent. Type your answer again without it. An image that is on the web already can come along: image: https://… description`,
    'image-address': ({ url }) =>
      `An image has an address that begins with https://; this was found: ${url}. Nothing was sent.`,
    'image-without-alt': ({ url }) =>
      `Describe what is to be seen, for those who do not see it: image: ${url} Description. Nothing was sent.`,
  },
})
