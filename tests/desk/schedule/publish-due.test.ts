import { expect, test } from 'vitest'
import { pause, resume } from '../../../src/desk/pause.ts'
import { lateContent } from '../../../src/desk/schedule/late.ts'
import { publishDue } from '../../../src/desk/schedule/publish-due.ts'
import { HOUR, SECOND } from '../../../src/model/clock.ts'
import { cast } from '../../support/cast.ts'
import { entryAt, openSchedule } from '../../support/schedule.ts'

const alarms = async (schedule: Awaited<ReturnType<typeof openSchedule>>, subject: 'late' | 'notice' = 'late') =>
  schedule.store.db.selectFrom('delivery').selectAll().where('subject', '=', subject).orderBy('id').execute()

test('a station that was down from 06:50 to 09:00 lets out what is within its grace and asks about the rest once', async () => {
  const times = ['0 7', '30 7', '0 8', '45 8', '50 8']
  const schedule = await openSchedule(
    '2027-01-11T06:50',
    times.map((time, i) => entryAt(`ochtend-${i + 1}`, `${time} * * *`)),
  )
  schedule.sleepUntil('2027-01-11T09:00')
  await schedule.tick()
  expect(await schedule.handedOver()).toEqual(['x Tekst van ochtend-4', 'x Tekst van ochtend-5'])
  expect((await schedule.table()).slice(0, 5)).toEqual([
    '2027-01-11T07:00 late grace',
    '2027-01-11T07:30 late grace',
    '2027-01-11T08:00 late grace',
    '2027-01-11T08:45 out',
    '2027-01-11T08:50 out',
  ])
  const raised = await alarms(schedule)
  expect(raised).toHaveLength(1)
  const content = await schedule.act(null, (act) => lateContent(act, raised[0]?.subject_id ?? 0))
  expect(content.facts).toHaveLength(3)
  expect(content.buttons?.map((it) => it.action)).toEqual(Array(3).fill(['air-now', 'skip-post']).flat())
  expect(content.mentions).toEqual(['curator-deventer'])
  await schedule.tickUntil('2027-01-11T09:10')
  expect(await alarms(schedule)).toHaveLength(1)
  expect(await schedule.handedOver()).toHaveLength(2)
})

test('an event loop that was blocked for three seconds across a slot lets it out once', async () => {
  const schedule = await openSchedule('2027-01-11T06:59', [entryAt('ochtend', '0 7 * * *')])
  schedule.clock.advance(63 * SECOND)
  await Promise.all([schedule.tick(), schedule.tick()])
  await schedule.tickUntil('2027-01-11T07:05')
  expect(await schedule.handedOver()).toEqual(['x Tekst van ochtend'])
})

test.each([
  ['2027-03-28', 'the day on which clocks go forward'],
  ['2026-10-25', 'the day on which clocks go back'],
])('07:00 on %s, %s, airs once', async (date) => {
  const schedule = await openSchedule(`${date}T00:30`, [entryAt('ochtend', '0 7 * * *')], {
    season: { start: '2026-10-19', weeks: 24 },
  })
  await schedule.tickUntil(`${date}T08:00`)
  expect(await schedule.handedOver()).toEqual(['x Tekst van ochtend'])
})

test('a clock that is stepped back an hour after 07:00 does not air 07:00 again', async () => {
  const schedule = await openSchedule('2027-01-11T06:58', [entryAt('ochtend', '0 7 * * *')])
  await schedule.tickUntil('2027-01-11T07:05')
  schedule.clock.step(-HOUR)
  await schedule.tickUntil('2027-01-11T07:10')
  expect(await schedule.handedOver()).toEqual(['x Tekst van ochtend'])
})

test('a clock that is stepped an hour forward over 07:00 asks a person where the grace is over', async () => {
  const schedule = await openSchedule('2027-01-11T06:58', [entryAt('ochtend', '0 7 * * *')])
  schedule.clock.step(HOUR)
  await schedule.tick()
  schedule.clock.step(-HOUR)
  await schedule.tickUntil('2027-01-11T08:10')
  expect(await schedule.handedOver()).toEqual([])
  expect((await schedule.table())[0]).toBe('2027-01-11T07:00 late grace')
})

test('two workers that reach for the same post let it out once', async () => {
  const schedule = await openSchedule('2027-01-11T06:59', [entryAt('ochtend', '0 7 * * *')])
  schedule.sleepUntil('2027-01-11T07:00')
  await Promise.all([schedule.act(null, publishDue), schedule.act(null, publishDue), schedule.tick()])
  expect(await schedule.handedOver()).toEqual(['x Tekst van ochtend'])
})

test('nothing goes out after closing, however long the grace, and nothing leaves the outbox after it', async () => {
  const entries = [entryAt('nacht', '50 22 * * *', { grace: 60 })]
  const inTime = await openSchedule('2027-01-11T22:49', entries)
  inTime.sleepUntil('2027-01-11T22:55')
  await inTime.tick()
  const [delivery] = await inTime.store.db.selectFrom('delivery').selectAll().where('target', '=', 'network').execute()
  expect(delivery?.not_after).toBe(Date.parse('2027-01-11T23:00+01:00') - 1)
  const tooLate = await openSchedule('2027-01-11T22:49', entries)
  tooLate.sleepUntil('2027-01-11T23:01')
  await tooLate.tick()
  expect(await tooLate.handedOver()).toEqual([])
  expect((await tooLate.table())[0]).toBe('2027-01-11T22:50 late closed')
})

test('a silence keeps posts inside: those planned in it do not air, and one before it does not leave during it', async () => {
  const silences = [{ from: '2027-05-04T19:30', to: '2027-05-04T20:30', reason: 'Dodenherdenking' }]
  const schedule = await openSchedule(
    '2027-05-04T19:20',
    [entryAt('voor', '25 19 * * *'), entryAt('tijdens', '0 20 * * *'), entryAt('na', '30 20 * * *')],
    { silences },
  )
  expect((await schedule.table()).slice(0, 3)).toEqual([
    '2027-05-04T19:25 planned',
    '2027-05-04T20:00 skipped silence',
    '2027-05-04T20:30 planned',
  ])
  schedule.sleepUntil('2027-05-04T19:31')
  await schedule.tick()
  expect((await schedule.table())[0]).toBe('2027-05-04T19:25 late silence')
  await schedule.tickUntil('2027-05-04T20:31')
  expect(await schedule.handedOver()).toEqual(['x Tekst van na'])
})

test('what fell due while the station was paused waits for a person after the resume', async () => {
  const schedule = await openSchedule('2027-01-11T08:50', [entryAt('ochtend', '0 9 * * *')])
  await schedule.act(cast.coordinator, pause)
  await schedule.tickUntil('2027-01-11T09:05')
  expect((await schedule.table())[0]).toBe('2027-01-11T09:00 planned')
  await schedule.act(cast.coordinator, resume)
  await schedule.tickUntil('2027-01-11T09:10')
  expect((await schedule.table())[0]).toBe('2027-01-11T09:00 late paused')
  expect(await schedule.handedOver()).toEqual([])
})

test('a post that should be out and is not is told to its channel once', async () => {
  const schedule = await openSchedule('2027-01-11T08:59', [entryAt('ochtend', '0 9 * * *')])
  await schedule.tickUntil('2027-01-11T09:10')
  const raised = await alarms(schedule, 'notice')
  expect(raised).toHaveLength(1)
  expect(JSON.parse(raised[0]?.body ?? '')).toMatchObject({ channel: 'ochtendblad', notice: 'posts-overdue' })
})

test('a post goes to each network that it has a text for, and is announced in its channel', async () => {
  const schedule = await openSchedule('2027-01-11T08:59', [
    entryAt('ochtend', '0 9 * * *', { texts: { x: 'Kort', facebook: 'Wat langer' } }),
  ])
  await schedule.tickUntil('2027-01-11T09:00')
  expect(await schedule.handedOver()).toEqual(['x Kort', 'facebook Wat langer'])
  const [announcement] = await schedule.store.db
    .selectFrom('delivery')
    .selectAll()
    .where('target', '=', 'chat')
    .execute()
  expect(announcement).toMatchObject({ verb: 'open', subject: 'post', subject_id: 1 })
})
