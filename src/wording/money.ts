import type { Allowance } from '../model/allowance.ts'
import type { Language } from '../model/station.ts'

const WORDS = {
  nl: { of: 'van', one: 'eenheid', more: 'eenheden' },
  en: { of: 'of', one: 'unit', more: 'units' },
}

const LOCALE: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }
const CENTS = { minimumFractionDigits: 2, maximumFractionDigits: 2 }

/** With a space at which no line breaks. */
const dollars = (language: Language, micro: number): string =>
  `$\u00a0${(Math.round(micro / 10_000) / 100).toLocaleString(LOCALE[language], CENTS)}`

const counted = (language: Language, amount: number): string => amount.toLocaleString(LOCALE[language])

/** An amount in an allowance's unit: `$ 4,20` of micro-dollars, `9.412 eenheden` of a platform's own. */
export const amountText = (language: Language, unit: Allowance['unit'], amount: number): string =>
  unit === 'usd'
    ? dollars(language, amount)
    : `${counted(language, amount)} ${amount === 1 ? WORDS[language].one : WORDS[language].more}`

/** What is used of a cap: `$ 4,20 van $ 5,00`, `9.412 van 10.000 eenheden`; without a cap the amount alone. */
export function usedText(language: Language, unit: Allowance['unit'], amount: number, cap: number | null): string {
  if (cap === null) return amountText(language, unit, amount)
  const used = unit === 'usd' ? dollars(language, amount) : counted(language, amount)
  return `${used} ${WORDS[language].of} ${amountText(language, unit, cap)}`
}
