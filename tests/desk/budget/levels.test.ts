import { expect, test } from 'vitest'
import { tellHeldForMoney, tellLevels } from '../../../src/desk/budget-levels.ts'
import { DAY, HOUR } from '../../../src/model/clock.ts'
import type { Station } from '../../../src/model/station.ts'
import { enqueue } from '../../../src/store/outbox.ts'
import { addSpending } from '../../../src/store/spending.ts'
import { networks } from '../../support/cast.ts'
import { ManualClock } from '../../support/clock.ts'
import { openDesk } from '../../support/desk.ts'
import { alarmsOf, liveNetworks, stationWith } from '../../support/live.ts'

function openBudget(station: Station, at = '2027-01-11T12:00Z', there = liveNetworks) {
  const desk = openDesk({ station, networks: there }, new ManualClock(at))
  return {
    ...desk,
    spends: (dollars: number) =>
      desk.act(null, ({ tx, now }) =>
        addSpending(
          tx,
          { network: 'x', account: 'schatkamer' },
          new Date(now).toISOString().slice(0, 10),
          'reading',
          dollars * 1_000_000,
        ),
      ),
    sweep: () => desk.act(null, tellLevels),
    told: async () => (await alarmsOf(desk)).map((it) => it.notice),
  }
}

test('the team is told once that the budget runs low, with what was spent and what waits', async () => {
  const desk = openBudget(stationWith({ day: 10 }))
  await desk.sweep()
  expect(await desk.told()).toEqual([])
  await desk.spends(6.5)
  await desk.sweep()
  await desk.sweep()
  expect(await alarmsOf(desk)).toEqual([
    {
      notice: 'budget-saving',
      text: 'X heeft minstens 80% op van wat lezen en plaatsen vandaag mogen kosten ($\u00a06,50 van $\u00a08,00): we lezen minder vaak en berichten met een link wachten op goedkeuring. Antwoorden gaan gewoon uit.',
    },
  ])
})

test('it is told that only replies still go out, then that all goes on, each once', async () => {
  const desk = openBudget(stationWith({ day: 10 }))
  await desk.spends(8)
  await desk.sweep()
  await desk.sweep()
  desk.clock.advance(12 * HOUR)
  await desk.sweep()
  await desk.sweep()
  expect(await desk.told()).toEqual(['budget-spent', 'budget-back'])
  expect((await alarmsOf(desk))[0]?.text).toContain('Vanaf di 12 jan. 01:00 gaat alles vanzelf weer verder.')
})

test('what is given back on the same day calls nothing off, so that no channel fills with ups and downs', async () => {
  const desk = openBudget(stationWith({ day: 10 }))
  await desk.spends(8)
  await desk.sweep()
  await desk.spends(-4)
  await desk.sweep()
  await desk.spends(4)
  await desk.sweep()
  expect(await desk.told()).toEqual(['budget-spent'])
})

test('where the next day is used up as fast, that is said already, and ups and downs stay unsaid on it too', async () => {
  const desk = openBudget(stationWith({ day: 10 }))
  await desk.spends(8)
  await desk.sweep()
  desk.clock.advance(12 * HOUR)
  await desk.spends(8)
  await desk.sweep()
  await desk.spends(-4)
  await desk.sweep()
  expect(await desk.told()).toEqual(['budget-spent'])
})

test('a month that is used up is told once, not anew every day', async () => {
  const desk = openBudget(stationWith({ day: null, month: 100 }), '2027-01-29T12:00Z')
  await desk.spends(80)
  for (let day = 0; day < 3; day++) {
    await desk.sweep()
    desk.clock.advance(DAY)
  }
  expect(await desk.told()).toEqual(['budget-spent'])
  expect((await alarmsOf(desk))[0]?.text).toContain('deze maand')
  await desk.sweep()
  expect(await desk.told()).toEqual(['budget-spent', 'budget-back'])
})

test('a day that ends with eighty per cent of the month used falls back to saving', async () => {
  const desk = openBudget(stationWith({ day: 80, month: 100 }), '2027-01-11T12:00Z')
  await desk.spends(66)
  await desk.sweep()
  desk.clock.advance(DAY)
  await desk.sweep()
  await desk.sweep()
  expect(await desk.told()).toEqual(['budget-spent', 'budget-saving'])
})

test('what does not fit any more counts as used up, though a little is left', async () => {
  const desk = openBudget(stationWith({ day: 10 }))
  await desk.spends(7.9)
  await desk.sweep()
  await desk.act(null, (act) => tellHeldForMoney(act, 'x', 'spent'))
  await desk.act(null, (act) => tellHeldForMoney(act, 'x', 'spent'))
  await desk.sweep()
  expect(await desk.told()).toEqual(['budget-saving', 'budget-spent'])
  await desk.act(null, (act) => tellHeldForMoney(act, 'x', 'empty'))
  await desk.act(null, (act) => tellHeldForMoney(act, 'x', 'spent'))
  await desk.sweep()
  expect(await desk.told()).toEqual(['budget-saving', 'budget-spent', 'budget-empty'])
})

test('higher caps count at once: what was told of the old ones stands no more', async () => {
  const desk = openBudget(stationWith({ day: 10 }))
  await desk.spends(8)
  await desk.sweep()
  await desk.act(null, (act) => tellLevels({ ...act, station: stationWith({ day: 100 }) }))
  expect(await desk.told()).toEqual(['budget-spent', 'budget-back'])
})

test('what waited for money leaves as soon as there is some', async () => {
  const desk = openBudget(stationWith({ day: 10 }))
  await desk.spends(10)
  await desk.sweep()
  const waits = { rate_key: 'network:x:schatkamer', until: desk.clock.steady() + DAY, delay: DAY, since: 0, told: 0 }
  await desk.store.db
    .insertInto('rate')
    .values({ ...waits, reason: 'budget' })
    .execute()
  await desk.act(null, (act) =>
    enqueue(act, {
      target: 'network',
      to: 'x',
      verb: 'publish',
      orderKey: 'x:branch',
      rateKey: waits.rate_key,
      priority: 0,
      subject: 'draft',
      subjectId: 1,
      delay: DAY,
    }),
  )
  await desk.store.db.updateTable('delivery').set({ reason: 'budget' }).where('target', '=', 'network').execute()
  await desk.act(null, (act) => tellLevels({ ...act, station: stationWith({ day: 100 }) }))
  expect(await desk.store.db.selectFrom('rate').select('rate_key').execute()).toEqual([])
  const [row] = await desk.store.db.selectFrom('delivery').selectAll().where('target', '=', 'network').execute()
  expect(row).toMatchObject({ state: 'queued', not_before: desk.clock.steady(), delay: 0 })
})

test('what the sandbox plays costs nothing, so nothing is told', async () => {
  const desk = openBudget(stationWith({ day: 10 }), '2027-01-11T12:00Z', networks)
  await desk.spends(10)
  await desk.sweep()
  await desk.act(null, (act) => tellHeldForMoney(act, 'x', 'empty'))
  expect(await desk.told()).toEqual([])
})
