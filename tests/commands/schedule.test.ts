import { expect, test } from 'vitest'
import { cast } from '../support/cast.ts'
import { entryAt, openSchedule } from '../support/schedule.ts'
import { isRefused, linesOf, presses, types } from '../support/schedule-desk.ts'

const MONDAY = '2027-01-11T09:00'

test('adding shows the next three airings and the length on each network before it says yes', async () => {
  const schedule = await openSchedule(MONDAY)
  const [question] = await types(schedule, 'add ochtendblad "elke vrijdag 17:00" Weekend!\nfacebook: Een lang weekend!')
  expect(linesOf(question ? [question] : [])).toEqual([
    'Zo komt dit op het rooster van Ochtendblad. Goed zo?',
    'Telkens: 0 17 * * 5',
    'Gaat uit: vr 15 jan. 17:00, vr 22 jan. 17:00, vr 29 jan. 17:00',
    'X 8/280: Weekend!',
    'Facebook 17/8000: Een lang weekend!',
    'YouTube 8/10000: Weekend!',
  ])
  expect(await schedule.table()).toEqual([])
  const [yes, no] = question?.buttons ?? []
  expect([yes?.action, no?.action]).toEqual(['schedule-add', 'schedule-drop'])
  await presses(schedule, 'schedule-add', yes?.value ?? '')
  expect(await schedule.table()).toEqual(['2027-01-15T17:00 planned'])
})

test('a proposal that is not accepted leaves nothing behind, and its button works no more', async () => {
  const schedule = await openSchedule(MONDAY)
  const [question] = await types(schedule, 'add ochtendblad morgen 09:15 Goedemorgen!')
  const value = question?.buttons?.[0]?.value ?? ''
  await presses(schedule, 'schedule-drop', value)
  await expect(presses(schedule, 'schedule-add', value)).rejects.toMatchObject({ code: 'proposal-gone' })
  expect(await schedule.store.db.selectFrom('entry').selectAll().execute()).toEqual([])
})

test('a post that was added in words airs at its moment', async () => {
  const schedule = await openSchedule(MONDAY)
  const [question] = await types(schedule, 'add ochtendblad over 2 uur Goedemorgen!')
  await presses(schedule, 'schedule-add', question?.buttons?.[0]?.value ?? '')
  await schedule.tickUntil('2027-01-11T11:00')
  expect(await schedule.handedOver()).toEqual(['x Goedemorgen!', 'facebook Goedemorgen!', 'youtube Goedemorgen!'])
})

test.each([
  ['add ochtendblad morgen 09:15', 'texts-missing'],
  ['add ochtendblad ooit een keer Tekst', 'moment-unreadable'],
  ['add ochtendblad vandaag 08:00 Tekst', 'moment-past'],
  ['add ochtendblad morgen 23:30 Tekst', 'moment-closed'],
  ['add ochtendblad "elke dag 06:30" Tekst', 'moment-closed'],
  ['add ochtendblad 2028-01-11 09:00 Tekst', 'moment-season'],
  ['add ochtendblad 61 9 * * * Tekst', 'moment-cron'],
  [`add ochtendblad morgen 09:15 ${'a'.repeat(281)}`, 'texts-too-long'],
  ['add ochtendblat morgen 09:15 Tekst', 'no-programme'],
  ['add', 'schedule-usage'],
  ['mve p1 10:00', 'schedule-verb'],
  ['move p1', 'schedule-usage'],
  ['move p999 10:00', 'no-post'],
  ['cancel ochtendblad-nergens', 'no-entry'],
])('/schedule %s is refused with a sentence that helps (%s)', async (words, code) => {
  const schedule = await openSchedule(MONDAY)
  const refused = await isRefused(schedule, words)
  expect(refused.code).toBe(code)
  expect(refused.text.length).toBeGreaterThan(20)
  expect(refused.text).not.toMatch(/undefined|refused:/)
})

test('a text that is too long is refused with its length', async () => {
  const schedule = await openSchedule(MONDAY)
  const { text } = await isRefused(schedule, `add ochtendblad morgen 09:15 ${'a'.repeat(281)}`)
  expect(text).toContain('X 281/280')
})

test('the same entry twice is refused, and the same text at another moment is pointed out', async () => {
  const schedule = await openSchedule(MONDAY, [entryAt('ochtendblad-ma', '0 9 * * 1', { texts: { x: 'Hallo' } })])
  expect((await isRefused(schedule, 'add ochtendblad "0 9 * * 1" x: Hallo')).code).toBe('entry-twice')
  const question = await types(schedule, 'add ochtendblad "elke dinsdag 09:00" x: Hallo')
  expect(linesOf(question).join('\n')).toContain('ochtendblad-ma')
})

test('a curator reads the schedule but does not change it', async () => {
  const schedule = await openSchedule(MONDAY, [entryAt('ochtend', '30 9 * * *')])
  expect(linesOf(await types(schedule, 'today', cast.delft))).toEqual([
    'maandag 11 januari: één bericht',
    '09:30 · p1: Ochtendblad · gepland · Tekst van ochtend',
  ])
  expect((await isRefused(schedule, 'cancel p1', cast.delft)).code).toBe('no-right')
  await expect(presses(schedule, 'schedule-add', 'ochtend', cast.delft)).rejects.toMatchObject({ code: 'no-right' })
})

test('the week has a list a day', async () => {
  const schedule = await openSchedule(MONDAY, [entryAt('ochtend', '30 9 * * 1,3')])
  const days = await types(schedule, 'week', cast.researcher)
  expect(days.map((day) => day.facts?.length ?? 0)).toEqual([1, 0, 1, 0, 0, 0, 0])
})

test('a post that is moved airs at its new time only', async () => {
  const schedule = await openSchedule(MONDAY, [entryAt('ochtend', '30 9 * * *')])
  await types(schedule, 'move p1 10:15')
  await schedule.tickUntil('2027-01-11T10:10')
  expect(await schedule.handedOver()).toEqual([])
  await schedule.tickUntil('2027-01-11T10:20')
  expect(await schedule.handedOver()).toEqual(['x Tekst van ochtend'])
})

test('one post can say something else than its entry, and can be cancelled alone', async () => {
  const schedule = await openSchedule(MONDAY, [entryAt('ochtend', '30 9 * * *'), entryAt('middag', '0 13 * * *')])
  await types(schedule, 'edit p1 Alleen vandaag')
  const [noon] = await schedule.store.db.selectFrom('post').selectAll().where('entry', '=', 'middag').execute()
  await types(schedule, `cancel p${noon?.id}`)
  schedule.sleepUntil('2027-01-11T09:30')
  await schedule.tick()
  schedule.sleepUntil('2027-01-11T13:01')
  await schedule.tick()
  schedule.sleepUntil('2027-01-12T09:30')
  await schedule.tick()
  expect(await schedule.handedOver()).toEqual(['x Alleen vandaag', 'x Tekst van ochtend'])
})

test('an entry that is paused airs nothing, and goes on from the moment of its resume', async () => {
  const schedule = await openSchedule(MONDAY, [entryAt('ochtend', '30 9 * * *')])
  await types(schedule, 'pause ochtend')
  await schedule.tickUntil('2027-01-11T09:40')
  await types(schedule, 'resume ochtend')
  await schedule.tickUntil('2027-01-11T09:50')
  expect(await schedule.handedOver()).toEqual([])
  schedule.sleepUntil('2027-01-12T09:30')
  await schedule.tick()
  expect(await schedule.handedOver()).toEqual(['x Tekst van ochtend'])
})

test('the check names what is wrong with the coming week', async () => {
  const schedule = await openSchedule(MONDAY, [
    entryAt('een', '30 9 * * *'),
    entryAt('twee', '30 9 * * 2'),
    entryAt('drie', '45 9 * * 2'),
    entryAt('lang', '0 10 * * 5', { texts: { x: 'a'.repeat(300) } }),
  ])
  const lines = linesOf(await types(schedule, 'check')).join('\n')
  expect(lines).toContain('lang: te lang voor X: 300/280')
  expect(lines).toMatch(/di 12 jan\. 09:30: p\d+, p\d+ gaan in dezelfde minuut uit/)
  expect(lines).toContain('di 12 jan. 09:30: 3 berichten binnen een uur')
  expect(lines).toContain('Boek Kwijt heeft geen bericht')
})

test('a late post goes out when a curator says so, once, and another is skipped', async () => {
  const schedule = await openSchedule('2027-01-11T08:00', [entryAt('een', '30 8 * * *'), entryAt('twee', '31 8 * * *')])
  schedule.sleepUntil('2027-01-11T10:00')
  await schedule.tick()
  const [een, twee] = await schedule.store.db.selectFrom('post').selectAll().orderBy('due_at').limit(2).execute()
  await presses(schedule, 'air-now', String(een?.id), cast.deventer)
  await expect(presses(schedule, 'air-now', String(een?.id), cast.delft)).rejects.toMatchObject({
    code: 'post-decided',
  })
  await presses(schedule, 'skip-post', String(twee?.id), cast.deventer)
  await schedule.tick()
  expect(await schedule.handedOver()).toEqual(['x Tekst van een'])
  expect((await schedule.table()).slice(0, 2)).toEqual(['2027-01-11T08:30 out', '2027-01-11T08:31 skipped by-hand'])
})

test('a late post does not go out after closing, whoever asks', async () => {
  const schedule = await openSchedule('2027-01-11T08:00', [entryAt('een', '30 8 * * *')])
  schedule.sleepUntil('2027-01-11T23:10')
  await schedule.tick()
  await expect(presses(schedule, 'air-now', '1')).rejects.toMatchObject({ code: 'not-now' })
})
