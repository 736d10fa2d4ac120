import { expect, test } from 'vitest'
import { CARE_KINDS, careIn, isUrgent, URGENT_KINDS } from '../../src/model/care.ts'
import { LIMITS } from '../../src/networks/limits.ts'
import { loadStation } from '../../src/station/load.ts'

const NOW = Date.UTC(2026, 10, 25, 11)
const station = loadStation('schedules/station.yaml', NOW, { limits: LIMITS })
const dated = loadStation('schedules/station-2027.yaml', NOW, { limits: LIMITS })

test.each([
  ['despair', 'ik wil niet meer leven'],
  ['despair', 'Ik maak er een eind aan.'],
  ['despair', 'soms wil ik er gewoon een einde aan maken'],
  ['despair', 'Ik denk aan zelfmoord'],
  ['despair', 'heb al weken zelfmoordgedachten en niemand weet het'],
  ['despair', 'Ze zijn beter af zonder mij'],
  ['despair', 'ik zie het niet meer zitten, echt niet'],
  ['despair', "I don't want to live anymore"],
  ['despair', 'i just want to die'],
  ['despair', 'Everybody would be better off without me'],
  ['threat', 'Ik weet waar jullie wonen'],
  ['threat', 'pas op of ik steek de boel in brand'],
  ['threat', 'Ik maak je dood!!'],
  ['threat', 'I know where you live'],
  ['child', 'mijn papa slaat mij als hij boos is'],
  ['child', 'Ik durf niet naar huis'],
  ['child', 'mijn vriendinnetje wordt thuis mishandeld: ze wordt geslagen'],
  ['child', 'my dad hits me'],
  ['child', "I'm scared to go home"],
  ['complaint', 'Ik wil een klacht indienen'],
  ['complaint', 'Schandalig hoe ik aan de balie behandeld ben'],
  ['complaint', 'I want to make a complaint'],
] as const)('the shipped lists mark as %s: %s', (kind, text) => {
  expect(careIn(text, station.care)).toContain(kind)
})

test.each([
  'Waar wacht je op? Lees dat boek!',
  'Hoe sla je op je e-reader een boek op?',
  'Dit boek raakte me diep',
  'This song really hits me, it touched me',
  'Ik ben ten einde raad, ik zoek dit boek al weken',
  'Een boek voor een treinreis van een half uur, graag',
  'Ik lees me suf, ik kan niet meer stoppen',
  'Wie heeft de moord op Roger Ackroyd gelezen?',
  'Het einde van dat boek maakte mij zo blij',
  'Mijn kind van zeven is gek op haaien',
  'Het leven van een loser, deel 4, hebben jullie dat?',
  'No way out van Phil Collins, op welke plaat staat dat?',
])('they leave alone: %s', (text) => {
  expect(careIn(text, station.care)).toEqual([])
})

test('talk of a book on a grave matter is marked too: a curator takes that off with one click', () => {
  expect(careIn('Ik zoek een roman over zelfmoord', station.care)).toEqual(['despair'])
})

test('none of the station’s own posts speaks of what needs a person first', () => {
  const texts = station.programmes.flatMap(({ entries }) => entries.flatMap((it) => Object.values(it.texts)))
  expect(texts.filter((text) => careIn(text, station.care).some(isUrgent))).toEqual([])
})

test('every kind is there, in both stations the same, with a protocol that names 113 for despair', () => {
  expect(CARE_KINDS.filter((kind) => station.care[kind] === undefined)).toEqual([])
  expect(dated.care).toEqual(station.care)
  for (const language of ['nl', 'en'] as const) {
    const [first] = station.care.despair?.protocol[language] ?? []
    for (const way of ['113', '0800-0113', '113.nl']) expect(first).toContain(way)
  }
})

test('whoever is to be warned can be called in Slack', () => {
  const warned = URGENT_KINDS.flatMap((kind) => station.care[kind]?.warn ?? [])
  expect(station.members.filter((it) => warned.includes(it.id) && it.slack === null)).toEqual([])
})
