import { validateDetailed } from 'node-cron'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../commands/index.ts'
import { NETWORKS } from '../../src/model/network.ts'
import { type Programme, ROLES, type Station, type Weekday } from '../../src/model/station.ts'
import { LIMITS } from '../../src/networks/limits.ts'
import { loadStation } from '../../src/station/load.ts'
import { readCloseReason } from '../../src/wording/close-words.ts'

const NOW = Date.UTC(2026, 10, 25, 11)
const commands = COMMANDS.map(({ name }) => name)
const station = loadStation('schedules/station.yaml', NOW, { limits: LIMITS, commands })
const dated = loadStation('schedules/station-2027.yaml', NOW, { limits: LIMITS, commands })
const WEEK: Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const onAir = ({ programmes }: Station, day: Weekday, time: string) =>
  programmes.filter(({ slots }) => slots.some((slot) => slot.days.includes(day) && slot.from <= time && time < slot.to))

/** The times of a day, `HH:mm`, at which a programme has a post, on a given day of the month. */
const postsOn = ({ entries }: Programme, day: Weekday, dayOfMonth: number) =>
  entries.flatMap(({ cron }) => {
    const fields = validateDetailed(cron!).fields!
    const airs = fields.dayOfWeek.includes(day % 7) && fields.dayOfMonth.includes(dayOfMonth)
    const two = (value: number) => String(value).padStart(2, '0')
    return airs ? fields.hour.flatMap((hour) => fields.minute.map((minute) => `${two(hour)}:${two(minute)}`)) : []
  })

test('ten programmes, and the people, partners and libraries of the station', () => {
  expect(station.programmes.map(({ name }) => name)).toEqual([
    'Ochtendblad',
    'De Luisterkamer',
    'Boek Kwijt',
    'Drie Platen',
    'Open Leesclub',
    'Voorleesuur',
    'Spoorboek',
    'Nieuw Hoofdstuk',
    'De B-kant',
    'Nachtkastje',
  ])
  expect(station.libraries.map(({ id }) => id)).toEqual(['deventer', 'hengelo', 'alkmaar', 'delft', 'vlissingen'])
  expect(station.partners.map(({ id }) => id)).toEqual(['muziek', 'literatuur'])
  expect(station.members.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['curator-deventer', 'curator-delft', 'expert-muziek', 'coordinator', 'researcher']),
  )
})

test.each(WEEK)(
  'on day %i exactly one programme is on the air in every quarter of an hour from 07:00 to 23:00',
  (day) => {
    for (let minute = 7 * 60; minute < 23 * 60; minute += 15) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      expect(onAir(station, day, time), `${day} ${time}`).toHaveLength(1)
    }
    expect(onAir(station, day, '06:59')).toEqual([])
    expect(onAir(station, day, '23:00')).toEqual([])
  },
)

test('on Sunday from one to three the Open Leesclub takes the place of Drie Platen', () => {
  expect(onAir(station, 7, '14:00')[0]!.id).toBe('open-leesclub')
  expect(onAir(station, 6, '14:00')[0]!.id).toBe('drie-platen')
})

test('every programme posts at the start of each of its slots and once more in it, on any day of the month', () => {
  for (const programme of station.programmes)
    for (const slot of programme.slots)
      for (const day of slot.days)
        for (let date = 1; date <= 31; date++) {
          const times = postsOn(programme, day, date).sort()
          expect(times, `${programme.id}, day ${day}, the ${date}th`).toHaveLength(2)
          expect(times[0]).toBe(slot.from)
          expect(times[1]! < slot.to).toBe(true)
        }
})

test('every post has a text of its own on each network, unlike any other', () => {
  const texts = station.programmes.flatMap(({ entries }) =>
    entries.flatMap((entry) => NETWORKS.map((n) => entry.texts[n])),
  )
  expect(texts).not.toContain(undefined)
  expect(new Set(texts).size).toBe(texts.length)
})

test('every post on X and Facebook carries the hashtag of its programme', () => {
  for (const { hashtags, entries } of station.programmes)
    for (const { texts } of entries) {
      expect(texts.x).toContain(hashtags[0])
      expect(texts.facebook).toContain(hashtags[0])
    }
})

test('the ready-made texts fit on X with a mention and initials', () => {
  expect(station.snippets).toHaveLength(10)
  for (const { text } of station.snippets)
    expect(LIMITS.x.measure(`@abcdefghijklmno ${text} ^CD`)).toBeLessThanOrEqual(280)
})

test('the dated station differs only in its season and its silence', () => {
  expect(dated.season).toEqual({ start: '2027-01-11', weeks: 24 })
  expect(dated.silences).toEqual([
    {
      from: '2027-05-04T19:30',
      to: '2027-05-04T20:30',
      reason: 'Nationale Dodenherdenking, twee minuten stilte om 20:00',
    },
  ])
  expect({ ...dated, season: null, silences: null }).toEqual({ ...station, season: null, silences: null })
})

test('what the shipped reactions stand for is complete as it stands: a command in a thread needs no number', () => {
  expect(station.slack.reactions).toEqual({ eyes: 'claim', white_check_mark: 'close answered' })
  expect(readCloseReason('answered')).toEqual({ reason: 'answered', because: '' })
})

test('in Slack a group gives every role, and each partner has its experts', () => {
  const { groups } = station.slack
  expect(new Set(groups.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES))
  const partnersOfExperts = groups.filter(({ roles }) => roles.includes('expert')).map(({ partner }) => partner)
  expect(partnersOfExperts).toEqual(station.partners.map(({ id }) => id))
})
