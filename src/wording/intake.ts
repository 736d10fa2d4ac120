import { bilingual } from './bilingual.ts'

export const intakeWords = bilingual({
  nl: {
    failed:
      'Dat ging mis door een fout in het programma; er is niets gebeurd. De fout staat in het logboek. Probeer het nog eens, of vraag de beheerder.',
  },
  en: {
    failed:
      'That went wrong through a fault in the program; nothing has happened. The fault is in the log. Try again, or ask the administrator.',
  },
})
