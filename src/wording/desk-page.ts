import { bilingual } from './bilingual.ts'

type Facts = Record<string, string | number>

/** Why the desk did not take something, for whoever called it. The keys are the codes that scripts get beside it. */
export const deskRefusals = bilingual({
  nl: {
    'not-json': () => 'De inhoud is geen geldige JSON in UTF-8.',
    shape: ({ key, problem }: Facts) => `“${key}” klopt niet: ${problem}`,
    'text-too-long': ({ max }: Facts) => `Deze tekst is te lang: hier passen hooguit ${max} tekens in één bericht.`,
    empty: () => 'Er staat geen tekst in.',
    'unknown-member': ({ member }: Facts) => `“${member}” is geen lid van het team.`,
    'unknown-channel': ({ channel }: Facts) => `Een kanaal “${channel}” is er niet.`,
    'unknown-thread': ({ thread }: Facts) => `Een draad “${thread}” is er in dit kanaal niet.`,
    'unknown-message': ({ message }: Facts) => `Een bericht “${message}” is er niet, of niet meer.`,
    'not-yours': () => 'Alleen wat je zelf schreef, kun je wijzigen of verwijderen.',
    'rate-limit': ({ seconds }: Facts) => `Te veel tegelijk; over ${seconds} seconden kan het weer.`,
    token: () => 'Open de pagina met het adres dat bij de start is getoond; daar staat de sleutel in.',
    broken: () => 'Er ging hier iets mis.',
    'nothing-here': ({ path }: Facts) => `Op ${path} is niets te vinden.`,
  },
  en: {
    'not-json': () => 'The body is not valid JSON in UTF-8.',
    shape: ({ key, problem }: Facts) => `“${key}” is not right: ${problem}`,
    'text-too-long': ({ max }: Facts) => `This text is too long: one message holds at most ${max} characters.`,
    empty: () => 'There is no text.',
    'unknown-member': ({ member }: Facts) => `“${member}” is no member of the team.`,
    'unknown-channel': ({ channel }: Facts) => `There is no channel “${channel}”.`,
    'unknown-thread': ({ thread }: Facts) => `There is no thread “${thread}” in this channel.`,
    'unknown-message': ({ message }: Facts) => `There is no message “${message}”, or no longer.`,
    'not-yours': () => 'You can only change or delete what you wrote yourself.',
    'rate-limit': ({ seconds }: Facts) => `Too much at once; it can be done again in ${seconds} seconds.`,
    token: () => 'Open the page with the address that was shown at the start; the key is in it.',
    broken: () => 'Something went wrong here.',
    'nothing-here': ({ path }: Facts) => `There is nothing at ${path}.`,
  },
})

export type DeskCode = keyof ReturnType<typeof deskRefusals>

/** Everything else that the desk itself says. */
export const deskPageWording = bilingual({
  nl: {
    slashInThread: (verb: string) =>
      `In een draad werken opdrachten met een schuine streep niet. Typ hier @schatkamer ${verb || 'help'} …`,
    keptForLater: 'De zender is er nu niet. Wat je deed is bewaard en komt later aan.',
    failed: 'Dat ging bij ons mis; het staat in het logboek. Probeer het nog eens, of vraag de beheerder.',
  },
  en: {
    slashInThread: (verb: string) =>
      `Slash commands do not work inside a thread. Type @schatkamer ${verb || 'help'} … here`,
    keptForLater: 'The station is not there. What you did is kept and comes later.',
    failed: 'That went wrong on our side; it is in the log. Try again, or ask the administrator.',
  },
})
