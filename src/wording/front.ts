import { bilingual } from './bilingual.ts'

/** What the station says where there is no page, or none that can be shown. */
export const frontWording = bilingual({
  nl: {
    'not-found': () => 'Deze pagina is er niet. Het team werkt op /desk, het publiek schrijft op /audience.',
    'too-large': () => 'Dit is te groot: hooguit 2 MB in één keer.',
    broken: () => 'Er ging hier iets mis. Probeer het opnieuw; het logboek van het station zegt wat er was.',
    unreachable: () => 'Dit deel van het station is even niet te bereiken. Probeer het zo opnieuw.',
    'desk-in-slack': () => 'De redactie van dit station werkt in Slack. Het publiek schrijft op /audience.',
    restarting: () => 'Het station zet een database terug en is zo weer in de lucht.',
  },
  en: {
    'not-found': () => 'There is no such page. The team works at /desk, the public writes at /audience.',
    'too-large': () => 'This is too large: at most 2 MB at a time.',
    broken: () => 'Something went wrong here. Try again; the log of the station says what it was.',
    unreachable: () => 'This part of the station cannot be reached for a moment. Try again shortly.',
    'desk-in-slack': () => 'The newsroom of this station works in Slack. The public writes at /audience.',
    restarting: () => 'The station is putting a database back and will be on the air again shortly.',
  },
})

export type FrontCode = keyof ReturnType<typeof frontWording>
