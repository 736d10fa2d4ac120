import { expect, test } from 'vitest'
import { planHorizon } from '../src/desk/schedule/plan.ts'
import { publishDue } from '../src/desk/schedule/publish-due.ts'
import { syncEntries } from '../src/desk/schedule/sync-entries.ts'
import { entryAt, openSchedule } from './support/schedule.ts'

test('an entry that is new does not air what it would have aired earlier today', async () => {
  const schedule = await openSchedule('2027-01-11T12:00', [entryAt('ochtend', '0 7,13 * * *')])
  expect((await schedule.table()).slice(0, 2)).toEqual(['2027-01-11T13:00 planned', '2027-01-12T07:00 planned'])
})

test('what fell due between a start that died and the next is late, not lost', async () => {
  const schedule = await openSchedule('2027-01-11T06:59')
  schedule.station = {
    ...schedule.station,
    programmes: schedule.station.programmes.map((it, index) =>
      index === 0 ? { ...it, entries: [entryAt('ochtend', '0 7 * * *')] } : it,
    ),
  }
  await schedule.act(null, syncEntries)
  schedule.sleepUntil('2027-01-11T08:00')
  await schedule.restart([entryAt('ochtend', '0 7 * * *')])
  expect((await schedule.table())[0]).toBe('2027-01-11T07:00 late grace')
})

test('eight days stand in the table, and each day adds one', async () => {
  const schedule = await openSchedule('2027-01-11T12:00', [entryAt('middag', '0 13 * * *')])
  expect((await schedule.table()).at(-1)).toBe('2027-01-19T13:00 planned')
  schedule.sleepUntil('2027-01-12T00:01')
  await schedule.tick()
  expect((await schedule.table()).at(-1)).toBe('2027-01-20T13:00 planned')
})

test('a station that was down for longer than the table reaches asks about what it missed', async () => {
  const schedule = await openSchedule('2027-01-11T12:00', [entryAt('middag', '0 13 * * *')])
  schedule.sleepUntil('2027-01-31T12:00')
  await schedule.restart([entryAt('middag', '0 13 * * *')])
  const table = await schedule.table()
  expect(table.filter((line) => line.includes('late'))).toHaveLength(20)
  expect(table.find((line) => line.startsWith('2027-01-31'))).toBe('2027-01-31T13:00 planned')
  const alarms = await schedule.store.db.selectFrom('delivery').selectAll().where('subject', '=', 'late').execute()
  expect(alarms.length).toBeLessThanOrEqual(2)
})

test('several slots of one entry that the gap pushes onto one minute air once', async () => {
  const open = [{ from: '00:00', to: '24:00' }]
  const schedule = await openSchedule('2027-03-28T01:30', [entryAt('nacht', '0,30 2,3 28 3 *')], {
    hours: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: open, 7: open },
  })
  expect(await schedule.table()).toEqual([
    '2027-03-28T02:00 planned',
    '2027-03-28T02:30 skipped gap',
    '2027-03-28T03:00 skipped gap',
    '2027-03-28T03:30 planned',
  ])
  await schedule.tickUntil('2027-03-28T04:00')
  expect(await schedule.handedOver()).toHaveLength(2)
})

test('a time in the double hour airs once, at the first', async () => {
  const open = [{ from: '00:00', to: '24:00' }]
  const schedule = await openSchedule('2026-10-25T01:30', [entryAt('nacht', '30 2 * * *')], {
    hours: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: open, 7: open },
    season: { start: '2026-10-19', weeks: 4 },
  })
  await schedule.tickUntil('2026-10-25T04:00')
  const [delivery] = await schedule.store.db
    .selectFrom('delivery')
    .selectAll()
    .where('target', '=', 'network')
    .execute()
  expect(delivery?.created_at).toBe(Date.parse('2026-10-25T00:30Z'))
  expect(await schedule.handedOver()).toHaveLength(1)
})

test('the 13th and Friday air on Friday the 13th alone', async () => {
  const schedule = await openSchedule('2027-01-12T12:00', [entryAt('dertien', '0 13 13 * 5')])
  expect(await schedule.table()).toEqual([])
})

test('nothing is planned outside the season, and nothing after the last date of an entry', async () => {
  const schedule = await openSchedule('2027-06-24T12:00', [
    entryAt('zomer', '0 13 * * *'),
    entryAt('kort', '0 14 * * *', { until: '2027-06-25' }),
  ])
  expect((await schedule.table()).map((line) => line.slice(0, 16))).toEqual([
    '2027-06-24T13:00',
    '2027-06-24T14:00',
    '2027-06-25T13:00',
    '2027-06-25T14:00',
    '2027-06-26T13:00',
    '2027-06-27T13:00',
  ])
})

test('however much is due or to be planned, one transaction takes a little of it', async () => {
  const entries = Array.from({ length: 120 }, (_, i) => entryAt(`e${i}`, '0 13 * * *'))
  const schedule = await openSchedule('2027-01-11T12:00', entries)
  schedule.sleepUntil('2027-01-11T13:00')
  const more = await schedule.act(null, publishDue)
  expect(more).toBe(true)
  expect((await schedule.handedOver()).length).toBeLessThanOrEqual(10)
  schedule.sleepUntil('2027-01-13T00:00')
  const before = (await schedule.table()).length
  await schedule.act(null, planHorizon)
  expect((await schedule.table()).length - before).toBeLessThanOrEqual(60)
})
