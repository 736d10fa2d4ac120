import { bilingual } from './bilingual.ts'
import type { Sentences } from './notices.ts'

/** Why a network does not let us in, for whoever must renew it. */
const why: Record<'nl' | 'en', Record<string, (detail: string) => string>> = {
  nl: {
    auth: () => 'onze toegang is verlopen of ingetrokken',
    account: (detail) => `de toegang hoort bij een ander account${detail === '' ? '' : ` (${detail})`}`,
    permission: (detail) => `onze toegang mist een recht${detail === '' ? '' : ` (${detail})`}`,
  },
  en: {
    auth: () => 'our access has expired or was withdrawn',
    account: (detail) => `the access belongs to another account${detail === '' ? '' : ` (${detail})`}`,
    permission: (detail) => `our access lacks a permission${detail === '' ? '' : ` (${detail})`}`,
  },
}

const days = {
  nl: (left: number) => (left === 0 ? 'binnen een dag' : left === 1 ? 'over 1 dag' : `over ${left} dagen`),
  en: (left: number) => (left === 0 ? 'within a day' : left === 1 ? 'in 1 day' : `in ${left} days`),
}

/** The sentence for why an access is dead. */
export const deadText = bilingual({
  nl: (code: string | null, detail: string): string => (why.nl[code ?? ''] ?? why.nl.auth)?.(detail) ?? '',
  en: (code: string | null, detail: string): string => (why.en[code ?? ''] ?? why.en.auth)?.(detail) ?? '',
})

/** What is said in the alarms channel about our access to the networks. */
export const accessNotices = bilingual<Sentences>({
  nl: {
    'token-dead': (facts) =>
      `${facts.network} laat ons niet meer toe: ${deadText('nl')(String(facts.why), String(facts.detail))}. De beheerder draait npm run doctor; dat noemt wat er vernieuwd moet worden. Tot dan kan het zijn dat er niets binnenkomt en niets uitgaat; er gaat niets verloren.`,
    'token-expiring': (facts) =>
      `Onze toegang tot ${facts.network} verloopt ${days.nl(Number(facts.days))}, op ${facts.day}. De beheerder vernieuwt die voor die tijd; npm run doctor zegt hoe.`,
    'token-mended': ({ network }) => `${network} laat ons weer toe; wat wachtte volgt vanzelf.`,
  },
  en: {
    'token-dead': (facts) =>
      `${facts.network} does not let us in any more: ${deadText('en')(String(facts.why), String(facts.detail))}. The administrator runs npm run doctor, which names what must be renewed. Until then it may be that nothing comes in and nothing goes out; nothing is lost.`,
    'token-expiring': (facts) =>
      `Our access to ${facts.network} ends ${days.en(Number(facts.days))}, on ${facts.day}. The administrator renews it before then; npm run doctor says how.`,
    'token-mended': ({ network }) => `${network} lets us in again; what waited follows by itself.`,
  },
})
