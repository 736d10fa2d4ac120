import { expect, test } from 'vitest'
import { mondayOf } from '../../src/station/season.ts'
import { changed, LISTENING, load, MORNING, STATION, writeStation } from './files.ts'

const HOUR = 3_600_000

test('the files become the station that the model knows', () => {
  const station = load(writeStation())
  expect(station).toMatchObject({
    zone: 'Europe/Amsterdam',
    language: 'nl',
    address: 'je',
    silences: [],
    replies: { hold: 10_000, claim: 1_800_000, reopenDays: 30, initials: '^' },
    autoAnswer: { text: { nl: 'Wij slapen.', en: 'We are asleep.' } },
  })
  expect(station.hours[7]).toEqual([{ from: '07:00', to: '23:00' }])
  expect(station.members[1]).toEqual({
    id: 'expert-muziek',
    name: 'Expert Muziek',
    roles: ['expert'],
    library: null,
    partner: 'muziek',
    initials: 'EM',
    language: 'nl',
    slack: null,
  })
  expect(station.programmes.map(({ id }) => id)).toEqual(['ochtendblad', 'luisterkamer'])
  expect(station.programmes[1]!.slots).toEqual([{ days: [1, 2], from: '09:00', to: '11:00' }])
  expect(station.programmes[0]!.entries).toEqual([
    {
      id: 'eerste',
      cron: '0 7 * * mon',
      once: null,
      until: null,
      texts: { x: 'Goedemorgen', facebook: 'Goedemorgen allemaal' },
      media: [],
      grace: 30,
    },
  ])
})

test('the hold is given in seconds, a claim in minutes, and both become milliseconds', () => {
  const { replies } = load(writeStation({ station: `${STATION}replies: { hold: 3, claim: 5, initials: '' }\n` }))
  expect(replies).toEqual({ hold: 3_000, claim: 300_000, reopenDays: 30, initials: '' })
})

test('opening hours that touch are one, and a day without any is a day off', () => {
  const station = changed(
    STATION,
    '  - { days: daily, from: 07:00, to: 23:00 }',
    '  - { days: weekdays, from: 12:00, to: 23:00 }\n  - { days: weekdays, from: 07:00, to: 12:00 }',
  )
  const morning = changed(MORNING, 'days: daily', 'days: weekdays')
  const { hours } = load(writeStation({ station, morning }))
  expect(hours[5]).toEqual([{ from: '07:00', to: '23:00' }])
  expect(hours[6]).toEqual([])
})

test('an anchor saves a coordinator from writing a text twice', () => {
  const morning = changed(
    MORNING,
    '{ x: Goedemorgen, facebook: Goedemorgen allemaal }',
    '{ x: &hello Goedemorgen, youtube: *hello }',
  )
  expect(load(writeStation({ morning })).programmes[0]!.entries[0]!.texts).toEqual({
    x: 'Goedemorgen',
    youtube: 'Goedemorgen',
  })
})

test('programmes in turn on one channel of the grid: a slot may follow at the very minute another ends', () => {
  const listening = changed(LISTENING, 'from: 09:00, to: 11:00', 'from: 09:00, to: 09:30')
  expect(load(writeStation({ listening })).programmes).toHaveLength(2)
})

test('a season that starts at the first start begins on the Monday of that week', () => {
  const file = writeStation()
  expect(load(file).season).toEqual({ start: '2026-11-23', weeks: 24 })
  expect(load(file, { firstStart: '2026-09-06' }).season.start).toBe('2026-08-31')
  expect(load(file, { firstStart: '2026-08-31' }).season.start).toBe('2026-08-31')
})

test('a dated season keeps its date, whenever the station was first started', () => {
  const file = writeStation({ station: changed(STATION, 'first-start', '2027-01-11') })
  expect(load(file, { firstStart: '2026-09-06' }).season.start).toBe('2027-01-11')
})

test("the week turns at the zone's midnight, also where the clock changes that night", () => {
  const sundayNight = Date.UTC(2027, 2, 28, 21, 59)
  expect(mondayOf(sundayNight, 'Europe/Amsterdam')).toBe('2027-03-22')
  expect(mondayOf(sundayNight + 60_000, 'Europe/Amsterdam')).toBe('2027-03-29')
  expect(mondayOf(sundayNight + 60_000, 'America/New_York')).toBe('2027-03-22')
  expect(mondayOf(sundayNight - 10 * HOUR, 'Pacific/Auckland')).toBe('2027-03-29')
})
