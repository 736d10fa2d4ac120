import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportProgramme } from '../../../src/desk/schedule/export-programme.ts'
import type { EntryFile } from '../../../src/model/station.ts'
import { LIMITS } from '../../../src/networks/limits.ts'
import { loadStation } from '../../../src/station/load.ts'
import { entryAt, openSchedule } from '../../support/schedule.ts'
import { presses, types } from '../../support/schedule-desk.ts'
import { freshFolder } from '../../support/store.ts'

const MORNING = '2027-01-11T08:00'
const ochtend = (changed: Partial<EntryFile> = {}) => entryAt('ochtend', '0 9 * * *', changed)

test('an entry that is gone from the files takes back what it had planned', async () => {
  const schedule = await openSchedule(MORNING, [ochtend(), entryAt('blijft', '0 10 * * *')])
  await schedule.restart([entryAt('blijft', '0 10 * * *')])
  await schedule.tickUntil('2027-01-11T10:00')
  expect(await schedule.handedOver()).toEqual(['x Tekst van blijft'])
  expect(await schedule.table()).toContain('2027-01-11T09:00 cancelled gone')
})

test('an entry that comes back to the files airs again, under the numbers that people know', async () => {
  const schedule = await openSchedule(MORNING, [ochtend()])
  await schedule.restart([])
  await schedule.restart([ochtend()])
  await schedule.tickUntil('2027-01-11T09:00')
  const [post] = await schedule.store.db.selectFrom('post').selectAll().where('state', '=', 'out').execute()
  expect(post?.id).toBe(1)
})

test('a changed text in the files is what goes out, a changed time is when', async () => {
  const schedule = await openSchedule(MORNING, [ochtend()])
  await schedule.restart([{ ...ochtend(), cron: '30 9 * * *', texts: { x: 'Nieuw' } }])
  await schedule.tickUntil('2027-01-11T09:10')
  expect(await schedule.handedOver()).toEqual([])
  await schedule.tickUntil('2027-01-11T09:30')
  expect(await schedule.handedOver()).toEqual(['x Nieuw'])
})

test('what was changed in chat stays changed after a restart, whatever the file says', async () => {
  const schedule = await openSchedule(MORNING, [ochtend(), entryAt('weg', '0 10 * * *'), entryAt('rust', '0 11 * * *')])
  await types(schedule, 'edit ochtend "elke dag 09:30" Uit de chat')
  await types(schedule, 'cancel weg')
  await types(schedule, 'pause rust')
  await schedule.restart([
    ochtend({ texts: { x: 'Uit het bestand' } }),
    entryAt('weg', '0 10 * * *'),
    entryAt('rust', '0 11 * * *'),
  ])
  await schedule.tickUntil('2027-01-11T11:10')
  expect(await schedule.handedOver()).toEqual(['x Uit de chat'])
})

test('a post that was moved or changed stays so after a restart', async () => {
  const schedule = await openSchedule(MORNING, [ochtend()])
  await types(schedule, 'move p1 09:20')
  await types(schedule, 'edit p1 Alleen vandaag')
  await schedule.restart([ochtend()])
  await schedule.tickUntil('2027-01-11T09:30')
  expect(await schedule.handedOver()).toEqual(['x Alleen vandaag'])
})

test('once the file says what the chat says, the file counts again', async () => {
  const schedule = await openSchedule(MORNING, [ochtend()])
  await types(schedule, 'edit ochtend Uit de chat')
  await schedule.restart([ochtend({ texts: { x: 'Uit de chat' } })])
  await schedule.restart([ochtend({ texts: { x: 'Weer uit het bestand' } })])
  await schedule.tickUntil('2027-01-11T09:00')
  expect(await schedule.handedOver()).toEqual(['x Weer uit het bestand'])
})

test('what was added in chat is still there after a restart; what nobody said yes to is not', async () => {
  const schedule = await openSchedule(MORNING)
  const [asked] = await types(schedule, 'add ochtendblad 09:15 Blijft')
  await presses(schedule, 'schedule-add', asked?.buttons?.[0]?.value ?? '')
  await types(schedule, 'add ochtendblad 09:20 Blijft niet')
  await schedule.restart([])
  const entries = await schedule.store.db.selectFrom('entry').select('id').execute()
  expect(entries).toEqual([{ id: 'ochtendblad-extra-1' }])
})

test('a season that ends sooner, and a silence that is new, take back what was planned in them', async () => {
  const schedule = await openSchedule(MORNING, [ochtend()])
  const silences = [{ from: '2027-01-12T08:30', to: '2027-01-12T09:30', reason: 'Herdenking' }]
  await schedule.restart([ochtend()], { silences, season: { start: '2027-01-11', weeks: 1 } })
  const table = await schedule.table()
  expect(table.slice(0, 2)).toEqual(['2027-01-11T09:00 planned', '2027-01-12T09:00 skipped silence'])
  expect(table.at(-1)).toMatch(/cancelled season$/)
  await schedule.restart([ochtend()], { silences: [], season: { start: '2027-01-11', weeks: 24 } })
  expect((await schedule.table()).every((line) => line.endsWith('planned'))).toBe(true)
})

test('an export is a file that the station reads, with what was changed in chat in it', async () => {
  const folder = freshFolder()
  const own = loadStation('schedules/station.yaml', Date.parse('2027-01-11T08:00Z'), { limits: LIMITS })
  const schedule = await openSchedule(MORNING, [], { programmes: own.programmes, silences: own.silences })
  const text = 'Met "aanhalingstekens", een #hekje: en\n\ntwee regels'
  await types(schedule, `edit ochtendblad-ma "elke maandag 07:15" x: ${text}`)
  const programme = own.programmes.find((it) => it.id === 'ochtendblad')
  if (!programme) throw new Error('the station that ships has no Ochtendblad')
  cpSync('schedules', folder, { recursive: true })
  writeFileSync(
    join(folder, 'programmes', 'ochtendblad.yaml'),
    await schedule.act(null, (act) => exportProgramme(act, programme)),
  )
  const again = loadStation(join(folder, 'station.yaml'), Date.parse('2027-01-11T08:00Z'), { limits: LIMITS })
  const expected = own.programmes.map((it) =>
    it.id !== 'ochtendblad'
      ? it
      : {
          ...it,
          entries: it.entries.map((entry) =>
            entry.id === 'ochtendblad-ma'
              ? { ...entry, cron: '15 7 * * 1', texts: { ...entry.texts, x: text } }
              : entry,
          ),
        },
  )
  expect(again.programmes).toEqual(expected)
})
