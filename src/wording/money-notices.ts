import type { Language } from '../model/station.ts'
import { bilingual } from './bilingual.ts'
import { usedText } from './money.ts'
import type { Facts, Sentences } from './notices.ts'

const used = (language: Language, { unit, spent, cap }: Facts): string =>
  usedText(language, unit === 'usd' ? 'usd' : 'units', Number(spent ?? 0), Number(cap ?? 0))

const when: Record<Language, (facts: Facts) => string> = {
  nl: ({ period }) => (period === 'month' ? 'deze maand' : 'vandaag'),
  en: ({ period }) => (period === 'month' ? 'this month' : 'today'),
}

/** What is said in the alarms channel about what networks cost. */
export const moneyNotices = bilingual<Sentences>({
  nl: {
    'budget-saving': (facts) =>
      `${facts.network} heeft minstens ${facts.percent}% op van wat lezen en plaatsen ${when.nl(facts)} mogen kosten (${used('nl', facts)}): we lezen minder vaak${facts.unit === 'usd' ? ' en berichten met een link wachten op goedkeuring' : ''}. Antwoorden gaan gewoon uit.`,
    'budget-spent': (facts) =>
      `${facts.network} heeft op wat lezen en plaatsen ${when.nl(facts)} mogen kosten (${used('nl', facts)}): alleen antwoorden gaan nog uit. Vanaf ${facts.next} gaat alles vanzelf weer verder.`,
    'budget-empty': (facts) =>
      `${facts.network} heeft alles op wat het ${when.nl(facts)} mag kosten (${used('nl', facts)}): ook antwoorden wachten nu. Ze gaan vanzelf uit vanaf ${facts.next}; kan dat niet wachten, antwoord dan met de hand op ${facts.network}.`,
    'budget-back': ({ network }) => `${network} heeft weer budget: we lezen en plaatsen weer zoals altijd.`,
  },
  en: {
    'budget-saving': (facts) =>
      `${facts.network} has used at least ${facts.percent}% of what reading and posting may cost ${when.en(facts)} (${used('en', facts)}): we read less often${facts.unit === 'usd' ? ' and posts with a link wait for approval' : ''}. Replies go out as always.`,
    'budget-spent': (facts) =>
      `${facts.network} has used up what reading and posting may cost ${when.en(facts)} (${used('en', facts)}): only replies still go out. From ${facts.next} everything goes on by itself.`,
    'budget-empty': (facts) =>
      `${facts.network} has used up all that it may cost ${when.en(facts)} (${used('en', facts)}): replies wait too now. They go out by themselves from ${facts.next}; where that cannot wait, answer on ${facts.network} by hand.`,
    'budget-back': ({ network }) => `${network} has budget again: we read and post as always.`,
  },
})
