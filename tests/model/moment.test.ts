import { expect, test } from 'vitest'
import { readMoment } from '../../src/model/moment.ts'

/** A Wednesday. */
const NOW = Date.parse('2026-11-25T13:00:20+01:00')
const read = (text: string, at = NOW) => readMoment(text, at, 'Europe/Amsterdam')

test.each([
  ['morgen 09:15', '2026-11-26T09:15'],
  ['tomorrow 09:15', '2026-11-26T09:15'],
  ['vandaag 16:00', '2026-11-25T16:00'],
  ['today at 4 pm', '2026-11-25T16:00'],
  ['overmorgen 9.15 uur', '2026-11-27T09:15'],
  ['16:00', '2026-11-25T16:00'],
  ['om 16:00', '2026-11-25T16:00'],
  ['vrijdag 12:00', '2026-11-27T12:00'],
  ['op vrijdag om 12:00', '2026-11-27T12:00'],
  ['woensdag 16:00', '2026-11-25T16:00'],
  ['woensdag 12:00', '2026-12-02T12:00'],
  ['next friday 12:00', '2026-11-27T12:00'],
  ['2026-12-01 09:15', '2026-12-01T09:15'],
  ['2026-12-01T09:15', '2026-12-01T09:15'],
  ['1 december 09:15', '2026-12-01T09:15'],
  ['1 december 2027 om 9 uur', '2027-12-01T09:00'],
  ['December 1st, 2026 at 9:15 am', '2026-12-01T09:15'],
  ['1 februari 09:15', '2027-02-01T09:15'],
  ['over 2 uur', '2026-11-25T15:01'],
  ['over een half uur', '2026-11-25T13:31'],
  ['in 3 days', '2026-11-28T13:01'],
])('"%s" is once, %s', (text, once) => {
  expect(read(text)).toEqual({ moment: { once }, rest: '' })
})

test.each([
  ['elke vrijdag 17:00', '0 17 * * 5'],
  ['every friday 17:00', '0 17 * * 5'],
  ['elke zondag 13:00', '0 13 * * 0'],
  ['elke maandag en donderdag om 9 uur', '0 9 * * 1,4'],
  ['every monday, wednesday and friday 9am', '0 9 * * 1,3,5'],
  ['elke werkdag 09:00', '0 9 * * 1-5'],
  ['weekdays at 9 am', '0 9 * * 1-5'],
  ['elk weekend 10:30', '30 10 * * 6,0'],
  ['elke dag 07:05', '5 7 * * *'],
  ['dagelijks 07:00', '0 7 * * *'],
  ['daily 12am', '0 0 * * *'],
  ['0  9 13 * fri', '0 9 13 * fri'],
])('"%s" repeats: %s', (text, cron) => {
  expect(read(text)).toEqual({ moment: { cron }, rest: '' })
})

test.each([
  ['morgen 09:15 Goedemorgen! Ken jij 5 boeken?', 'Goedemorgen! Ken jij 5 boeken?'],
  ['"morgen 09:15" 12 dingen om te lezen', '12 dingen om te lezen'],
  ['“elke vrijdag 17:00” Weekend!\nfacebook: Lang weekend', 'Weekend!\nfacebook: Lang weekend'],
  ['*/15 9 * * 1-5 Tekst', 'Tekst'],
  ['vrijdag 12:00 1e druk gevonden', '1e druk gevonden'],
])('of "%s" the text is what stands behind the moment', (text, rest) => {
  expect(read(text)).toMatchObject({ rest })
})

test.each([
  ['ooit', 'unreadable'],
  ['morgen', 'unreadable'],
  ['maandag 9 boeken', 'unreadable'],
  ['"morgen 09:15 Tekst" nog iets', 'unreadable'],
  ['vandaag 25:00', 'time'],
  ['morgen 09:75', 'time'],
  ['every friday 13pm', 'time'],
  ['31 februari 10:00', 'date'],
  ['2026-13-01 10:00', 'date'],
  ['61 9 * * *', 'cron'],
  ['0 9 31 2 *', 'cron'],
  ['vandaag 13:00', 'past'],
  ['2020-01-01 09:00', 'past'],
])('"%s" is told to be wrong: %s', (text, fault) => {
  expect(read(text)).toMatchObject({ fault, found: expect.stringMatching(/\S/) })
})

test('a year is not guessed into a date that does not exist', () => {
  expect(read('29 februari 10:00')).toMatchObject({ fault: 'date' })
  expect(read('29 februari 10:00', Date.parse('2027-03-01T12:00Z'))).toEqual({
    moment: { once: '2028-02-29T10:00' },
    rest: '',
  })
})

test('a megabyte of anything is read in no time', () => {
  expect(read('elke '.repeat(200_000))).toMatchObject({ fault: 'unreadable' })
  expect(read(`morgen 09:15 ${'9'.repeat(1_000_000)}`)).toMatchObject({ moment: { once: '2026-11-26T09:15' } })
})
