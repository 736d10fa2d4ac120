import { bilingual } from './bilingual.ts'

type Facts = Record<string, string | number>

/** Why the sandbox did not take something, for whoever called it. The keys are the codes that scripts get beside it. */
export const sandboxWording = bilingual({
  nl: {
    'not-json': () => 'De inhoud is geen geldige JSON in UTF-8.',
    shape: ({ key, problem }: Facts) => `“${key}” klopt niet: ${problem}`,
    'body-too-large': ({ max }: Facts) => `De inhoud is te groot: een tekst mag hooguit ${max} bytes zijn.`,
    unknown: ({ id }: Facts) => `Een bericht met nummer “${id}” bestaat hier niet.`,
    gone: ({ id }: Facts) => `Bericht “${id}” is verwijderd of heeft nooit bestaan.`,
    'not-yours': ({ id }: Facts) =>
      `Bericht “${id}” is van de bibliotheek; alleen wat het publiek schreef is hier te wijzigen.`,
    'other-network': ({ id, network }: Facts) => `Bericht “${id}” staat niet op ${network}.`,
    live: ({ network }: Facts) =>
      `Op ${network} is het station echt in de lucht, en wat je hier schrijft leest daar niemand. Schrijf op ${network} zelf.`,
    'no-private': ({ network }: Facts) => `${network} kent geen privéberichten.`,
    'private-thread': () => 'Een privébericht en een openbaar bericht kunnen niet op elkaar antwoorden.',
    empty: () => 'Er staat geen tekst in.',
    'too-long': ({ length, max }: Facts) => `De tekst is te lang: ${length} van ${max}.`,
    'too-many-images': ({ max }: Facts) => `Er kunnen hooguit ${max} afbeeldingen mee.`,
    'not-top-level': () => 'Op YouTube kan alleen op een reactie van het hoogste niveau worden geantwoord.',
    'no-recipient': () => 'Een privébericht kan alleen een antwoord zijn op een privébericht.',
    'window-closed': ({ hours }: Facts) => `Het laatste privébericht van deze lezer is meer dan ${hours} uur oud.`,
    duplicate: () => 'Dezelfde tekst staat daar al.',
    'not-deletable': () => 'Een privébericht op Facebook kan niet worden teruggehaald.',
    'no-likes': ({ network }: Facts) => `Op ${network} kunnen we niets leuk vinden.`,
    'no-moderation': ({ network }: Facts) => `Op ${network} kunnen we dit niet met dit bericht doen.`,
    'rate-limit': ({ seconds }: Facts) =>
      `De limiet van dit netwerk is bereikt; over ${seconds} seconden kan het weer.`,
    auth: () => 'Het netwerk aanvaardt onze toegang niet.',
    broken: () => 'Er ging hier iets mis.',
    'nothing-here': ({ path }: Facts) => `Op ${path} is niets te vinden.`,
  },
  en: {
    'not-json': () => 'The body is not valid JSON in UTF-8.',
    shape: ({ key, problem }: Facts) => `“${key}” is not right: ${problem}`,
    'body-too-large': ({ max }: Facts) => `The body is too large: a text may have at most ${max} bytes.`,
    unknown: ({ id }: Facts) => `There is no message with the id “${id}”.`,
    gone: ({ id }: Facts) => `Message “${id}” was deleted or never existed.`,
    'not-yours': ({ id }: Facts) => `Message “${id}” is the library's; only what the public wrote can be changed here.`,
    'other-network': ({ id, network }: Facts) => `Message “${id}” is not on ${network}.`,
    live: ({ network }: Facts) =>
      `On ${network} the station is really on the air, and nobody there reads what you write here. Write on ${network} itself.`,
    'no-private': ({ network }: Facts) => `${network} has no private messages.`,
    'private-thread': () => 'A private message and a public one cannot answer each other.',
    empty: () => 'There is no text.',
    'too-long': ({ length, max }: Facts) => `The text is too long: ${length} of ${max}.`,
    'too-many-images': ({ max }: Facts) => `At most ${max} images can go with it.`,
    'not-top-level': () => 'On YouTube only a top-level comment can be replied to.',
    'no-recipient': () => 'A private message can only answer a private message.',
    'window-closed': ({ hours }: Facts) => `This reader's last private message is more than ${hours} hours old.`,
    duplicate: () => 'The same text is already there.',
    'not-deletable': () => 'A private message on Facebook cannot be taken back.',
    'no-likes': ({ network }: Facts) => `We cannot like anything on ${network}.`,
    'no-moderation': ({ network }: Facts) => `On ${network} we cannot do this with this message.`,
    'rate-limit': ({ seconds }: Facts) =>
      `This network's limit is reached; it takes posts again in ${seconds} seconds.`,
    auth: () => 'The network does not accept our access.',
    broken: () => 'Something went wrong here.',
    'nothing-here': ({ path }: Facts) => `There is nothing at ${path}.`,
  },
})

export type SandboxCode = keyof ReturnType<typeof sandboxWording>
