export type PersonalDetail = 'card-number' | 'e-mail' | 'phone' | 'address'

const PATTERNS: readonly [PersonalDetail, RegExp][] = [
  ['e-mail', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/u],
  ['phone', /(?<![\d.])(\+31|0031|0)[\s-]?\(?[1-9]\)?([\s-]?\d){8}(?!\d)/],
  ['card-number', /(?<![\d.])\d([ -]?\d){7,15}(?!\d)/],
  [
    'address',
    /\b\p{Lu}[\p{L}.'-]*(straat|laan|weg|plein|gracht|kade|singel|hof|dijk|pad|steeg|dreef|plantsoen|markt)\s+\d{1,4}\b|\b\d{4}\s?[A-Z]{2}\b/u,
  ],
]

/** What a reader put in public that belongs in private: library-card numbers, e-mail, phone and street addresses. */
export const personalDetails = (text: string): PersonalDetail[] =>
  PATTERNS.filter(([kind, pattern]) =>
    pattern.test(kind === 'e-mail' ? text : text.replace(/https?:\/\/\S+/g, '')),
  ).map(([kind]) => kind)
