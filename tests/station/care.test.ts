import { describe, expect, it } from 'vitest'
import { careIn } from '../../src/model/care.ts'
import { changed, faultsOf, load, STATION, writeStation } from './files.ts'

const CARE = `care:
  despair:
    warn: [curator-deventer]
    words: { nl: ['niet meer leven', 'zelfmoord*'], en: ['suicid*'] }
    protocol: { nl: [Bel 113.], en: [Call 113.] }
  complaint:
    words: { nl: [klacht*], en: [complaint*] }
    route: { nl: Vraag welke bibliotheek., en: Ask which library. }
`
const WHOLE = `${STATION}${CARE}`
const faults = (from: string, to: string, language: 'nl' | 'en' = 'en') =>
  faultsOf({ station: changed(WHOLE, from, to) }, { language })
const LINE = STATION.split('\n').length

describe('care in station.yaml', () => {
  it('holds the word lists of both languages, looked for at once', () => {
    const { care } = load(writeStation({ station: WHOLE }))
    expect(care.despair?.warn).toEqual(['curator-deventer'])
    expect(care.despair?.protocol.nl).toEqual(['Bel 113.'])
    expect(careIn('Niet meer leven. A suicide. Een klacht.', care)).toEqual(['despair', 'complaint'])
  })

  it('may be left out: then nothing is ever marked', () => {
    expect(load(writeStation()).care).toEqual({})
  })

  it('gives a library its own way for complaints', () => {
    const station = changed(
      STATION,
      'name: Bibliotheek Deventer }',
      'name: Bibliotheek Deventer, route: klacht@deventer.example }',
    )
    expect(load(writeStation({ station })).libraries[0]?.route).toBe('klacht@deventer.example')
  })

  it.each([
    [
      'somebody who is not in the team',
      'warn: [curator-deventer]',
      'warn: [curator-devente]',
      `station.yaml:${LINE + 2}: care.despair.warn[0]: found "curator-devente"; allowed is one of the members of station.yaml. Did you mean "curator-deventer"?`,
    ],
    [
      'nobody to warn',
      'warn: [curator-deventer]',
      'warn: []',
      `station.yaml:${LINE + 2}: care.despair.warn: found []; allowed is a list with at least one line`,
    ],
    [
      'a list without words',
      'en: ["suicid*"]'.replaceAll('"', "'"),
      'en: []',
      `station.yaml:${LINE + 3}: care.despair.words.en: found []; allowed is a list with at least one line`,
    ],
    [
      'a kind that does not exist',
      '  complaint:',
      '  complaints:',
      `station.yaml:${LINE + 5}: care.complaints: found "complaints"; allowed is one of the keys child, despair, threat, complaint. Did you mean "complaint"?`,
    ],
    [
      'a star in the middle of a word',
      "'zelfmoord*'",
      "'zelf*moord'",
      `station.yaml:${LINE + 3}: care.despair.words.nl[1]: found "zelf*moord"; allowed is one or more words on one line, with at most a * at the end of a word, such as suicid*`,
    ],
    [
      'a star alone, which would mark everything',
      "'zelfmoord*'",
      "'*'",
      `station.yaml:${LINE + 3}: care.despair.words.nl[1]: found "*"; allowed is one or more words on one line, with at most a * at the end of a word, such as suicid*`,
    ],
    [
      'a phrase without a letter',
      "'zelfmoord*'",
      "'!! ??'",
      `station.yaml:${LINE + 3}: care.despair.words.nl[1]: found "!! ??"; allowed is one or more words on one line, with at most a * at the end of a word, such as suicid*`,
    ],
    [
      'a protocol without a line',
      'nl: [Bel 113.]',
      'nl: []',
      `station.yaml:${LINE + 4}: care.despair.protocol.nl: found []; allowed is a list with at least one line`,
    ],
  ])('refuses %s', (_what, from, to, sentence) => {
    expect(faults(from, to)).toEqual([sentence])
  })

  it('says so in Dutch', () => {
    expect(faults("'zelfmoord*'", "'*'", 'nl')).toEqual([
      `station.yaml:${LINE + 3}: care.despair.words.nl[1]: gevonden "*"; toegestaan is een of meer woorden op één regel, met hooguit een * aan het eind van een woord, zoals zelfmoord*`,
    ])
  })
})
