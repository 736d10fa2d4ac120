import type { Language } from '../model/station.ts'

/** A set of sentences in both languages; the English one must have the same keys and arguments as the Dutch one. */
export const bilingual =
  <T extends object>(wording: { nl: T; en: NoInfer<T> }) =>
  (language: Language): T =>
    wording[language]
