import type { Allowance } from '../model/allowance.ts'
import type { Language } from '../model/station.ts'

const UNITS: Record<Language, (amount: number) => string> = {
  nl: (amount) => (amount === 1 ? '1 eenheid' : `${amount} eenheden`),
  en: (amount) => (amount === 1 ? '1 unit' : `${amount} units`),
}

/** An amount in an allowance's unit: `$ 4.20` of micro-dollars, `9412 eenheden` of a platform's own. */
export const amountText = (language: Language, unit: Allowance['unit'], amount: number): string =>
  unit === 'usd' ? `$ ${(amount / 1_000_000).toFixed(2)}` : UNITS[language](amount)
