import type { Language } from './station.ts'
import { hasPhrase, type Phrase, wordsOf } from './words.ts'

/** What must not wait for the day, the most urgent first: a person looks before anything else happens. */
export const URGENT_KINDS = ['child', 'despair', 'threat'] as const
export type UrgentKind = (typeof URGENT_KINDS)[number]
/** Everything that a word list marks. A complaint is no alarm: it goes its own way. */
export const CARE_KINDS = [...URGENT_KINDS, 'complaint'] as const
export type CareKind = (typeof CARE_KINDS)[number]

export const isUrgent = (kind: CareKind): kind is UrgentKind => kind !== 'complaint'

export interface UrgentCare {
  /** Members who are told at any hour. */
  warn: string[]
  /** Of all languages: what somebody writes in is not known. */
  phrases: Phrase[]
  /** What to do, a line each. */
  protocol: Record<Language, string[]>
}
export interface ComplaintCare {
  phrases: Phrase[]
  /** Where a complaint goes whose library is not known. */
  route: Record<Language, string>
}
/** A station that has no list of a kind never marks it. */
export type Care = { [kind in UrgentKind]?: UrgentCare } & { complaint?: ComplaintCare }

/** More than the longest message of any network; what no network would take is not looked through. */
const LOOKED_THROUGH = 50_000

/** The kinds whose phrases stand in a text, the most urgent first. It says what is possible, never what is so. */
export function careIn(text: string, care: Care): CareKind[] {
  const kinds = CARE_KINDS.filter((kind) => care[kind] !== undefined)
  if (kinds.length === 0) return []
  const words = wordsOf(text.slice(0, LOOKED_THROUGH))
  // Hundreds of phrases are looked for in each message: most end here.
  const said = new Set(words)
  const mayStand = ([first]: Phrase): boolean => first !== undefined && (first.open || said.has(first.word))
  return kinds.filter((kind) => care[kind]?.phrases.some((it) => mayStand(it) && hasPhrase(words, it)))
}
