import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Care, careIn } from '../../src/model/care.ts'
import { hasPhrase, readPhrase, wordsOf } from '../../src/model/words.ts'

const urgent = (...phrases: string[]) => ({
  warn: ['coordinator'],
  phrases: phrases.map(readPhrase),
  protocol: { nl: ['Bel 113.'], en: ['Call 113.'] },
})
const care: Care = {
  despair: urgent('zelfmoord*', 'wil niet meer leven', "don't want to live"),
  threat: urgent('maak je dood'),
  complaint: { phrases: ['klacht*'].map(readPhrase), route: { nl: 'Naar de bibliotheek.', en: 'To the library.' } },
}
const found = (text: string) => careIn(text, care)

describe('a word list', () => {
  it('finds its phrases whatever their capitals, accents, punctuation, line ends and invisible characters', () => {
    for (const text of [
      'Ik wil niet meer leven',
      'IK WIL NIET MEER LEVEN!!!',
      'ik wíl níét méér léven',
      'wil, niet… meer\n\tleven?',
      'ｗｉｌ ｎｉｅｔ ｍｅｅｒ ｌｅｖｅｎ',
      '#wil niet meer #leven',
      'wil niet meer le\u00adven',
      'wil niet\u00a0meer\u2003leven',
      'I don’t want to live',
      'i DONT want to live',
    ])
      expect([text, found(text)]).toEqual([text, ['despair']])
  })

  it('takes whole words, and forms only where a star stands', () => {
    expect(found('zelfmoordgedachten')).toEqual(['despair'])
    expect(found('een roman over zelfmoord')).toEqual(['despair'])
    expect(found('wil niet meer levensverhalen lezen')).toEqual([])
    expect(found('ontwil niet meer leven')).toEqual([])
    expect(found('ik wil niet meer zo leven')).toEqual([])
    expect(found('geen zelfverzekerde moord')).toEqual([])
  })

  it('names every kind that it finds, the most urgent first', () => {
    expect(found('Klachten? Ik maak je dood. Zelfmoord.')).toEqual(['despair', 'threat', 'complaint'])
  })

  it('finds nothing in nothing, and nothing where a station has no lists', () => {
    expect(found('')).toEqual([])
    expect(found('👍 🙂 …')).toEqual([])
    expect(careIn('zelfmoord', {})).toEqual([])
  })

  it('looks through a megabyte at once', () => {
    expect(found(`${'lees '.repeat(200_000)}zelfmoord`)).toEqual([])
    expect(found(`zelfmoord ${'lees '.repeat(200_000)}`)).toEqual(['despair'])
  })
})

const letters = [...'abcdefghijklmnoprstuvwz0123']
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 })
const words = fc.array(word, { minLength: 1, maxLength: 5 })
const gap = fc.string({ unit: fc.constantFrom(...' \n\t.,;:!?…-–()"/\u00a0🙂'), minLength: 1, maxLength: 4 })
const dressed = (text: string, seed: number[]) =>
  [...text]
    .map((letter, at) => {
      const how = (seed[at % seed.length] ?? 0) % 4
      if (how === 1) return letter.toUpperCase()
      return how === 2 && /[aeiou]/.test(letter) ? `${letter}\u0301`.normalize('NFC') : letter
    })
    .join('')
const seed = fc.array(fc.nat(), { minLength: 1, maxLength: 40 })

describe('for any words', () => {
  it('a phrase is found however it is dressed and whatever stands around it', () => {
    fc.assert(
      fc.property(words, words, words, gap, seed, (phrase, before, after, between, how) => {
        const text = [...before, ...phrase, ...after].map((it) => dressed(it, how)).join(between)
        expect(hasPhrase(wordsOf(text), readPhrase(phrase.join(' ')))).toBe(true)
      }),
    )
  })

  it('it is found exactly where its words follow one another, as a search of another make says', () => {
    const few = fc.array(fc.constantFrom('a', 'ab', 'abc', 'b', 'c'), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        few,
        fc.array(fc.constantFrom('a', 'ab', 'b', 'a*', 'b*'), { minLength: 1, maxLength: 3 }),
        (said, parts) => {
          const pattern = parts.map((it) => (it.endsWith('*') ? `${it.slice(0, -1)}\\S*` : it)).join(' ')
          const expected = new RegExp(`(?:^| )${pattern}(?= |$)`).test(said.join(' '))
          expect(hasPhrase(wordsOf(said.join(' ')), readPhrase(parts.join(' ')))).toBe(expected)
        },
      ),
    )
  })

  it('nothing that the public writes makes it fail', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(found(text))))
  })
})
