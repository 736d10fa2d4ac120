import fc from 'fast-check'
import twitter from 'twitter-text'
import { expect, it } from 'vitest'
import { threadParts } from '../../src/model/thread-parts.ts'
import { LIMITS } from '../../src/networks/limits.ts'

const { x } = LIMITS
const bare = (parts: readonly string[]) => parts.map((part) => part.replace(/ \d+\/\d+$/, ''))
const graphemes = (text: string) =>
  [...new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
const times = (text: string, count: number) => Array.from({ length: count }, () => text).join(' ')

it('leaves a text that fits as it is, white space and all', () => {
  expect(threadParts(' Goedemorgen, lezers! \n', x)).toEqual([' Goedemorgen, lezers! \n'])
})

it('numbers the parts of a text that does not', () => {
  const parts = threadParts(times('Vandaag lezen we voor uit de klassiekers.', 12), x)
  expect(parts?.map((part) => part.slice(-4))).toEqual([' 1/2', ' 2/2'])
})

it('cuts after a paragraph, else after a sentence, else after a word', () => {
  const limits = { max: 30, measure: (text: string) => text.length, parts: 9 }
  expect(threadParts('Lees mee met ons.\n\nWie weet iets nieuws vandaag?', limits)).toEqual([
    'Lees mee met ons. 1/3',
    'Wie weet iets nieuws 2/3',
    'vandaag? 3/3',
  ])
  expect(threadParts('Kom erbij vanavond. Wij lezen dan voor.', limits)).toEqual([
    'Kom erbij vanavond. 1/2',
    'Wij lezen dan voor. 2/2',
  ])
})

it('cuts more finely where it would otherwise be one part too many', () => {
  const limits = { max: 30, measure: (text: string) => text.length, parts: 2 }
  expect(threadParts('Een zin van zestien. En dan nog een van zo lang als kan.', limits)).toBeNull()
  expect(threadParts('Een zin van veertig. En dan nog een van zo lang.', limits)).toEqual([
    'Een zin van veertig. En 1/2',
    'dan nog een van zo lang. 2/2',
  ])
})

it('refuses what is longer than the most parts, what may not be a thread, and a link that fits nowhere', () => {
  expect(threadParts(times('boekentip', 400), x)).toBeNull()
  expect(threadParts('a'.repeat(8_001), LIMITS.facebook)).toBeNull()
  const narrow = { max: 30, measure: (text: string) => text.length, parts: 9 }
  expect(threadParts(`Kijk op https://bibliotheek.example/${'een-lang-pad/'.repeat(3)} voor meer`, narrow)).toBeNull()
  expect(threadParts(`#${'heel'.repeat(20)}`, narrow)).toBeNull()
})

it('cuts a word that fits nowhere, between its signs', () => {
  const family = '👨‍👩‍👧‍👦'
  const parts = threadParts(family.repeat(200), x)
  expect(bare(parts ?? []).every((part) => part.length % family.length === 0)).toBe(true)
})

it('counts to more than nine', () => {
  const parts = threadParts(times('negen letters', 190), x)
  expect(parts?.at(-1)).toMatch(/ 10\/10$/)
  expect(parts?.every((part) => x.measure(part) <= 280)).toBe(true)
})

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zéèöß'’]{1,14}[.,!?…]?$/u) },
  fc.constantFrom('https://bibliotheek.example/a?b=c#d', 'http://lees.nl', 'bibliotheek.nl/boeken.', '10.000', 'dr.'),
  fc.constantFrom('#boekentip', '#deSchatkamer!', '@lezer', '#école2', '€12,50'),
  fc.constantFrom(
    '👩🏽‍🏫',
    '🇳🇱🇧🇪',
    'e\u0301e\u0301n',
    '各位读者早上好今天我们读一本书',
    'กำลังอ่านหนังสือ',
    'a'.repeat(300),
  ),
)
const gap = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\n\n', ' \n \n', '\u00a0', '\r\n\r\n')
const texts = fc.array(fc.tuple(word, gap), { minLength: 20, maxLength: 220 }).map((pairs) => pairs.flat().join(''))

it('loses nothing but the white space at the cuts, fits each part, and cuts no link, hashtag, handle or sign', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const parts = threadParts(text, x)
      fc.pre(parts !== null && parts.length > 1)
      if (parts === null) return
      expect(parts.length).toBeLessThanOrEqual(x.parts)
      for (const part of parts) expect(x.measure(part)).toBeLessThanOrEqual(280)
      const pieces = bare(parts)
      parts.forEach((part, i) => {
        expect(part).toBe(`${pieces[i]} ${i + 1}/${parts.length}`)
      })
      expect(pieces.every((piece) => piece !== '' && piece === piece.trim())).toBe(true)
      let rest = text.trim()
      for (const piece of pieces) {
        expect(rest.startsWith(piece)).toBe(true)
        rest = rest.slice(piece.length).trimStart()
      }
      expect(rest).toBe('')
      for (const read of [twitter.extractUrls, twitter.extractHashtags, twitter.extractMentions, graphemes])
        expect(pieces.flatMap((piece) => read(piece)).filter((it) => it.trim())).toEqual(
          read(text).filter((it) => it.trim()),
        )
    }),
    { numRuns: 120 },
  )
})
