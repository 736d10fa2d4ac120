import { bilingual } from './bilingual.ts'

/** What is asked about a post whose link is dear while the budget runs low. */
export const approvalWords = bilingual({
  nl: {
    waits: (network: string, cost: string, spent: boolean) =>
      `✋ wacht op goedkeuring: met een link kost dit ${cost}, en het budget van ${network} ${spent ? 'is op; het kan pas uit als er weer budget is' : 'raakt op'}.`,
    publish: (network: string) => `Toch plaatsen op ${network}`,
    drop: (network: string) => `Laten vervallen op ${network}`,
  },
  en: {
    waits: (network: string, cost: string, spent: boolean) =>
      `✋ waits for approval: with a link this costs ${cost}, and the budget of ${network} ${spent ? 'is used up; it can only go out once there is budget again' : 'runs low'}.`,
    publish: (network: string) => `Publish on ${network} anyway`,
    drop: (network: string) => `Drop it on ${network}`,
  },
})
