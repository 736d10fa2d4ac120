import { expect, test } from 'vitest'
import { changed, faultsOf, load, MORNING, STATION, writeStation } from './files.ts'

const cron = (expression: string) => ({ morning: changed(MORNING, "'0 7 * * mon'", `'${expression}'`) })
const once = (moment: string) => ({ morning: changed(MORNING, "cron: '0 7 * * mon'", `once: ${moment}`) })
const texts = (block: string) => ({
  morning: changed(MORNING, '{ x: Goedemorgen, facebook: Goedemorgen allemaal }', block),
})
const at = (key: string, line = 12) => `programmes/ochtendblad.yaml:${line}: entries[0].${key}: found `

test.each([
  ['0 25 * * *', 'for hour: 0-23'],
  ['60 7 * * *', 'for minute: 0-59'],
  ['0 7 * * 8', 'for weekday: 0-7'],
  ['0 7 * foo *', 'for month: 1-12'],
  ['0 7 32 * *', 'for day of month: 1-31'],
  ['0 7 L * *', 'for day of month: 1-31'],
  ['0 7 * *', 'five fields: minute hour day-of-month month weekday'],
  ['0 0 7 * * *', 'five fields: minute hour day-of-month month weekday'],
  ['@daily', 'five fields: minute hour day-of-month month weekday'],
  ['every morning at seven', 'five fields: minute hour day-of-month month weekday'],
  ['0 7 31 2 *', 'a day that exists in one of the months named. Day of month and weekday must both match.'],
  ['0 7 31 4,6 *', 'a day that exists in one of the months named. Day of month and weekday must both match.'],
  ['0 6 * * mon', 'within the opening hours: Monday 07:00–23:00. Choose another moment, or change the opening hours.'],
  ['0 23 * * sun', 'within the opening hours: Sunday 07:00–23:00. Choose another moment, or change the opening hours.'],
])('cron "%s" is refused: allowed is %s', (expression, allowed) => {
  expect(faultsOf(cron(expression))).toEqual([`${at('cron')}"${expression}"; allowed is ${allowed}`])
})

test.each(['0 7 29 2 *', '*/30 7-22 * * mon-fri', '0 13 1-7 * sun', '15 8 31 * *'])('cron "%s" airs', (expression) => {
  expect(faultsOf(cron(expression))).toEqual([])
})

test.each(['2026-02-30T09:00', '2026-11-25T24:00', '2026-11-25 09:00', '2026-13-01T09:00'])(
  'once %s is no moment',
  (moment) => {
    expect(faultsOf(once(moment))).toEqual([`${at('once')}"${moment}"; allowed is an existing moment YYYY-MM-DDTHH:mm`])
  },
)

test('a single moment lies within the opening hours', () => {
  expect(faultsOf(once('2027-02-01T09:00'))).toEqual([])
  expect(faultsOf(once('2027-02-01T23:30'))).toEqual([
    `${at('once')}"2027-02-01T23:30"; allowed is within the opening hours: Monday 07:00–23:00. ` +
      'Choose another moment, or change the opening hours.',
  ])
})

test('a single moment lies outside every silence, from its first minute up to the one after its last', () => {
  const station = changed(
    STATION,
    'accounts:',
    'silences:\n  - { from: 2027-05-04T19:30, to: 2027-05-04T20:30, reason: Dodenherdenking }\naccounts:',
  )
  expect(faultsOf({ station, ...once('2027-05-04T20:30') })).toEqual([])
  expect(faultsOf({ station, ...once('2027-05-04T19:30') })).toEqual([
    `${at('once')}"2027-05-04T19:30"; allowed is a moment outside the silence "Dodenherdenking"`,
  ])
})

test('an entry has either cron or once', () => {
  expect(faultsOf({ morning: changed(MORNING, "    cron: '0 7 * * mon'\n", '') })).toEqual([
    'programmes/ochtendblad.yaml:11: entries[0]: found nothing; allowed is either cron or once',
  ])
  const both = changed(MORNING, 'texts:', 'once: 2027-02-01T09:00\n    texts:')
  expect(faultsOf({ morning: both })).toEqual([
    `${at('once', 13)}"2027-02-01T09:00"; allowed is either cron or once. Leave one of the two out.`,
  ])
})

test('a text is as long as its network allows, by the way that network counts', () => {
  expect(faultsOf(texts(`{ x: ${'a'.repeat(40)} }`))).toEqual([])
  expect(faultsOf(texts(`{ x: ${'a'.repeat(41)}, facebook: ${'a'.repeat(41)} }`))).toEqual([
    `${at('texts.x', 13)}41; allowed is at most 40 characters as X counts them. Shorten the text; the hashtag counts too.`,
  ])
})

test('an entry has a text, and no empty one', () => {
  expect(faultsOf(texts('{}'))).toEqual([
    `${at('texts', 13)}nothing; allowed is a text for at least one network: x, facebook or youtube`,
  ])
  expect(faultsOf(texts("{ x: '  ' }"))).toEqual([`${at('texts.x', 13)}"  "; allowed is a text that is not empty`])
  expect(faultsOf(texts('{ mastodon: Hallo }'))).toEqual([
    `${at('texts.mastodon', 13)}"mastodon"; allowed is one of the keys x, facebook, youtube`,
  ])
})

test('two entries of the station never have one id', () => {
  const second = "  - { id: eerste, cron: '0 8 * * mon', texts: { x: Nog eens } }\n"
  expect(faultsOf({ morning: MORNING + second })).toEqual([
    'programmes/ochtendblad.yaml:14: entries[1].id: found "eerste"; ' +
      'allowed is something that is not used yet; it also stands in programmes/ochtendblad.yaml:11',
  ])
})

test('an entry takes the grace of its programme unless it has its own', () => {
  const second = "  - { id: tweede, cron: '0 8 * * mon', grace: 5, texts: { x: Nog eens } }\n"
  const file = writeStation({ morning: `${MORNING}${second}grace: 45\n` })
  expect(load(file).programmes[0]!.entries.map(({ grace }) => grace)).toEqual([45, 5])
})

test('an image comes with a description for those who cannot see it', () => {
  const media = (item: string) => texts(`{ x: Kijk }\n    media: [${item}]`)
  expect(faultsOf(media("{ url: 'https://example.org/kaft.png', alt: Een blauwe kaft }"))).toEqual([])
  expect(faultsOf(media("{ url: 'https://example.org/kaft.png' }"))).toEqual([
    `${at('media[0].alt', 14)}nothing; allowed is a description of the image for those who cannot see it`,
  ])
})

test('ten thousand entries load, and a fault in the last of them is found', () => {
  const one = (i: number) => `  - { id: e-${i}, cron: '${i % 60} 8 * * mon', texts: { x: Nummer ${i} } }\n`
  const many = MORNING + Array.from({ length: 9_999 }, (_, i) => one(i)).join('')
  expect(load(writeStation({ morning: many })).programmes[0]!.entries).toHaveLength(10_000)
  expect(
    faultsOf({ morning: changed(many, "'38 8 * * mon', texts: { x: Nummer 9998 }", "'38 8 * * mon', texts: {}") }),
  ).toEqual([
    'programmes/ochtendblad.yaml:10012: entries[9999].texts: found nothing; ' +
      'allowed is a text for at least one network: x, facebook or youtube',
  ])
})
