import { bilingual } from './bilingual.ts'

/** What stands in the station's forms and on somebody's Home in Slack, beside what the station itself says. */
export const slackFormsWording = bilingual({
  nl: {
    cancel: 'Annuleren',
    choose: 'Kies',
    soFar: 'Het gesprek tot nu toe',
    preview: 'Zo komt het er te staan',
    length: (length: number, max: number) => `${length}/${max} tekens`,
    tooLong: (over: number) => `${over} te veel`,
    pressAgain: 'Slack gaf het formulier niet op tijd. Druk nog een keer op de knop.',
    tooLongForForm: (most: number) =>
      `Deze tekst is langer dan de ${most} tekens die in een formulier van Slack passen. Typ hem in de draad.`,
    kept: (text: string) => `Wat je schreef: ${text}`,
    nothing: 'Er is nu niets.',
  },
  en: {
    cancel: 'Cancel',
    choose: 'Choose',
    soFar: 'The conversation so far',
    preview: 'This is how it will read',
    length: (length: number, max: number) => `${length}/${max} characters`,
    tooLong: (over: number) => `${over} too many`,
    pressAgain: 'Slack did not give the form in time. Press the button once more.',
    tooLongForForm: (most: number) =>
      `This text is longer than the ${most} characters that a form of Slack holds. Type it in the thread.`,
    kept: (text: string) => `What you wrote: ${text}`,
    nothing: 'There is nothing at the moment.',
  },
})
