export type PersonalDetail = 'card-number' | 'e-mail' | 'phone' | 'address'

const PHONE = /(?<![\d.])(?:\+31|0031|0)[\s-]?\(?[1-9]\)?(?:[\s-]?\d){8}(?!\d)/

/** Every repetition has an end: the public writes up to a megabyte, and an endless one takes hours to look through. */
const PATTERNS: readonly [PersonalDetail, RegExp][] = [
  ['e-mail', /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/u],
  ['phone', PHONE],
  ['card-number', /(?<![\d.])\d(?:[ -]?\d){7,15}(?!\d)/],
  [
    'address',
    /(?<!\p{L})\p{Lu}[\p{L}.'-]{0,40}(?:straat|laan|weg|plein|gracht|kade|singel|hof|dijk|pad|steeg|dreef|plantsoen|markt)\s{1,3}\d{1,4}(?!\d)|(?<!\d)\d{4}\s?[A-Z]{2}(?!\p{L})/u,
  ],
]
/** Nobody puts a card number behind the twentieth page. */
const LOOKED_THROUGH = 20_000

/** What a reader put in public that belongs in private: library-card numbers, e-mail, phone and street addresses. */
export function personalDetails(text: string): PersonalDetail[] {
  const said = text.slice(0, LOOKED_THROUGH)
  const withoutLinks = said.replace(/https?:\/\/\S+/g, '')
  const withoutPhones = withoutLinks.replace(new RegExp(PHONE, 'g'), '')
  const lookedAt = { 'e-mail': said, phone: withoutLinks, 'card-number': withoutPhones, address: withoutLinks }
  return PATTERNS.filter(([kind, pattern]) => pattern.test(lookedAt[kind])).map(([kind]) => kind)
}
