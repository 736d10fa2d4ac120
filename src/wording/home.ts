import { bilingual } from './bilingual.ts'

/** What stands on a person's own page. */
export const homeWords = bilingual({
  nl: {
    stranger:
      'Je staat niet in het team. Vraag de coördinator om je in een groep te zetten; dan staat hier wat er op je wacht.',
    undecided: (n: number) =>
      n === 0
        ? 'Er wacht niets op jouw besluit.'
        : `${n === 1 ? 'Eén antwoord van jou wacht' : `${n} antwoorden van jou wachten`} op een besluit`,
    mine: (n: number) =>
      n === 0 ? 'Je hebt nu niets opgepakt.' : `Van jou: ${n === 1 ? 'één gesprek' : `${n} gesprekken`}`,
    waits: (span: string) => `wacht ${span}`,
    answered: 'beantwoord',
    until: (at: string) => `van jou tot ${at}`,
    longest: (total: number, shown: number) =>
      `Wie het langst wacht${total > shown ? ` (${shown} van de ${total})` : ''}`,
    nobodyWaits: 'Er wacht niemand. Mooi.',
    claim: 'Oppakken',
    myNext: (programme: string, at: string) => `Jouw volgende uitzending: ${programme}, ${at}`,
    noPosts: 'Er staat nog geen bericht voor klaar.',
  },
  en: {
    stranger:
      'You are not in the team. Ask the coordinator to put you in a group; then what waits for you stands here.',
    undecided: (n: number) =>
      n === 0
        ? 'Nothing waits for your decision.'
        : `${n === 1 ? 'One reply of yours waits' : `${n} replies of yours wait`} for a decision`,
    mine: (n: number) =>
      n === 0 ? 'You have claimed nothing now.' : `Yours: ${n === 1 ? 'one conversation' : `${n} conversations`}`,
    waits: (span: string) => `waits ${span}`,
    answered: 'answered',
    until: (at: string) => `yours until ${at}`,
    longest: (total: number, shown: number) => `Who waits longest${total > shown ? ` (${shown} of ${total})` : ''}`,
    nobodyWaits: 'Nobody waits. Lovely.',
    claim: 'Claim',
    myNext: (programme: string, at: string) => `Your next airing: ${programme}, ${at}`,
    noPosts: 'No post is planned for it yet.',
  },
})
