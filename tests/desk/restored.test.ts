import { expect, test } from 'vitest'
import { tellRestored } from '../../src/desk/tell-restored.ts'
import { HOUR, MINUTE } from '../../src/model/clock.ts'
import { markRestored } from '../../src/store/restored.ts'
import { noticeText } from '../../src/wording/notices.ts'
import { openDesk } from '../support/desk.ts'
import { entryAt, openSchedule } from '../support/schedule.ts'

test('a post that is planned only after the restore, for before it, waits for a person; later ones air', async () => {
  const schedule = await openSchedule('2027-01-11T09:00')
  schedule.sleepUntil('2027-01-11T09:10')
  await schedule.store.transaction((tx) => markRestored(tx, schedule.clock.now()))
  await schedule.restart([entryAt('vroeg', '0 9 * * *'), entryAt('later', '20 9 * * *')])
  await schedule.store.db.updateTable('entry').set({ planned_to: '2027-01-10' }).execute()
  await schedule.restart([entryAt('vroeg', '0 9 * * *'), entryAt('later', '20 9 * * *')])
  await schedule.tickUntil('2027-01-11T09:20')
  expect((await schedule.table()).slice(0, 2)).toEqual(['2027-01-11T09:00 late restored', '2027-01-11T09:20 out'])
  expect(await schedule.handedOver()).toEqual(['x Tekst van later'])
})

test('at night a reader whose message is read once more gets no second automatic answer', async () => {
  const desk = openDesk()
  desk.clock.advance(16 * HOUR)
  const answers = async () =>
    (await desk.store.db.selectFrom('draft').select('kind').execute()).filter((it) => it.kind === 'auto').length
  await desk.reader.writes('Is daar iemand?', { as: 'nachtlezer' })
  expect(await answers()).toBe(1)
  await desk.store.transaction((tx) => markRestored(tx, desk.clock.now()))
  await desk.reader.writes('Slapen jullie al?', { as: 'tweede-nachtlezer' })
  expect(await answers()).toBe(1)
  desk.clock.advance(MINUTE)
  await desk.reader.writes('Of toch niet?', { as: 'derde-nachtlezer' })
  expect(await answers()).toBe(2)
})

test('the team is told once, with how far the backup reaches', async () => {
  const desk = openDesk()
  await desk.reader.writes('Welk boek was dat?')
  const notices = async () =>
    (await desk.store.db.selectFrom('delivery').select('body').where('subject', '=', 'notice').execute()).map(
      ({ body }) => JSON.parse(body) as { channel: string; notice: string; facts: Record<string, string> },
    )
  await desk.act(null, tellRestored)
  expect(await notices()).toEqual([])
  desk.clock.advance(HOUR)
  await desk.store.transaction((tx) => markRestored(tx, desk.clock.now()))
  await desk.act(null, tellRestored)
  await desk.act(null, tellRestored)
  const [notice, ...others] = await notices()
  expect(others).toEqual([])
  expect(notice?.channel).toBe('regie')
  expect(noticeText('nl', notice?.notice ?? '', notice?.facts)).toContain('het laatste wat erin staat is van')
})
