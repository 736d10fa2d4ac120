import { expect, test } from 'vitest'
import type { Allowance } from '../../src/model/allowance.ts'
import { DAY, HOUR, MINUTE } from '../../src/model/clock.ts'
import { purseOf } from '../../src/purse.ts'
import { openStore } from '../../src/store/database.ts'
import { spentOn } from '../../src/store/spending.ts'
import { ManualClock } from '../support/clock.ts'
import { freshStore } from '../support/store.ts'

const payer = { network: 'x', account: 'schatkamer' }
const UNITS: Allowance = { unit: 'units', zone: 'America/Los_Angeles', day: 1_000, month: null, reserve: 0.2 }

function openPurse(at: string, allowance: Allowance = UNITS, store = freshStore()) {
  const clock = new ManualClock(at)
  const refused: string[] = []
  const told = (purpose: string, amount: number) => refused.push(`${purpose} ${amount}`)
  const purse = purseOf({ store, clock, ...payer, allowance, told })
  const spent = (day: string) => store.db.transaction().execute((tx) => spentOn(tx, payer, day))
  return { clock, purse, spent, store, refused }
}

test('what others than replies may use ends where the reserve begins, and replies may use all of it', async () => {
  const { purse, refused } = openPurse('2027-01-11T08:00-08:00')
  expect(await purse.take('reading', 800)).toBe(true)
  expect(await purse.take('reading', 1)).toBe(false)
  expect(await purse.take('posting', 1)).toBe(false)
  expect(await purse.take('checking', 1)).toBe(false)
  expect(await purse.take('replying', 201)).toBe(false)
  expect(await purse.take('replying', 200)).toBe(true)
  expect(refused).toEqual(['reading 1', 'posting 1', 'checking 1', 'replying 201'])
})

test('what was refused was not put down', async () => {
  const { purse, spent } = openPurse('2027-01-11T08:00-08:00')
  expect(await purse.take('reading', 801)).toBe(false)
  expect(await spent('2027-01-11')).toEqual({ day: 0, month: 0 })
})

test('what is put down stays spent when the program starts anew', async () => {
  const { purse, store } = openPurse('2027-01-11T08:00-08:00')
  await purse.take('reading', 800)
  const again = openStore(`file:${store.file}`)
  const { purse: after } = openPurse('2027-01-11T09:00-08:00', UNITS, again)
  expect(await after.take('reading', 1)).toBe(false)
  await again.close()
})

test('without caps everything may be spent, and it is still counted', async () => {
  const { purse, spent } = openPurse('2027-01-11T08:00-08:00', { ...UNITS, day: null })
  expect(await purse.take('reading', 5_000_000)).toBe(true)
  expect(await purse.saving()).toBe(false)
  expect((await spent('2027-01-11')).day).toBe(5_000_000)
})

test('a new day begins at midnight in Pacific time, not in the library', async () => {
  // Half past eight in the morning in Amsterdam.
  const { purse, clock, spent } = openPurse('2027-01-11T23:30-08:00')
  await purse.take('reading', 800)
  expect(await purse.take('reading', 1)).toBe(false)
  expect(purse.until()).toBe(30 * MINUTE)
  clock.advance(purse.until() - 1)
  expect(await purse.take('reading', 1)).toBe(false)
  clock.advance(1)
  expect(await purse.take('reading', 1)).toBe(true)
  expect(await spent('2027-01-12')).toEqual({ day: 1, month: 801 })
})

test.each([
  ['the day has 23 hours when Pacific clocks go forward', '2027-03-14T00:00-08:00', 23 * HOUR],
  ['the day has 25 hours when Pacific clocks go back', '2027-11-07T00:00-07:00', 25 * HOUR],
  ['the day before Pacific clocks change has 24 hours', '2027-03-13T00:00-08:00', 24 * HOUR],
])('%s', async (_, at, length) => {
  const { purse, clock } = openPurse(at)
  await purse.take('reading', 800)
  expect(purse.until()).toBe(length)
  clock.advance(length - 1)
  expect(await purse.take('reading', 1)).toBe(false)
  clock.advance(1)
  expect(await purse.take('reading', 1)).toBe(true)
})

test('Amsterdam changes its clocks on other days than the Pacific, and its day follows them', () => {
  const amsterdam = { ...UNITS, zone: 'Europe/Amsterdam' }
  expect(openPurse('2027-03-28T00:00+01:00', amsterdam).purse.until()).toBe(23 * HOUR)
  expect(openPurse('2027-10-31T00:00+02:00', amsterdam).purse.until()).toBe(25 * HOUR)
  expect(openPurse('2027-03-14T00:00+01:00', amsterdam).purse.until()).toBe(24 * HOUR)
})

test("where the month's cap is what binds, it goes on when the next month begins", async () => {
  const { purse, clock } = openPurse('2027-02-27T12:00Z', { ...UNITS, zone: 'UTC', day: null, month: 1_000 })
  await purse.take('reading', 800)
  expect(await purse.take('reading', 1)).toBe(false)
  expect(purse.until()).toBe(1.5 * DAY)
  clock.advance(DAY)
  expect(await purse.take('reading', 1)).toBe(false)
  clock.advance(DAY / 2)
  expect(await purse.take('reading', 1)).toBe(true)
})

test('what is left is told of the cap that leaves least, with when that begins anew', async () => {
  const { purse } = openPurse('2027-02-27T12:00Z', { ...UNITS, zone: 'UTC', month: 2_000 })
  expect([await purse.left('reading'), purse.until()]).toEqual([800, DAY / 2])
  expect([await purse.left('replying'), purse.until()]).toEqual([1_000, DAY / 2])
  await purse.take('replying', 900)
  expect([await purse.left('replying'), purse.until()]).toEqual([100, DAY / 2])
  expect(await purse.left('reading')).toBe(0)
})

test('where the month leaves less than the day, what is left is left until the month is over', async () => {
  const { purse } = openPurse('2027-02-27T12:00Z', { ...UNITS, zone: 'UTC', month: 500 })
  expect([await purse.left('reading'), purse.until()]).toEqual([400, 1.5 * DAY])
})

test('without caps there is no end to what is left', async () => {
  const { purse } = openPurse('2027-02-27T12:00Z', { ...UNITS, day: null })
  expect(await purse.left('reading')).toBe(Number.POSITIVE_INFINITY)
})

test('where the day binds before the month does, it goes on the next day', async () => {
  const { purse } = openPurse('2027-02-10T12:00Z', { ...UNITS, zone: 'UTC', month: 5_000 })
  await purse.take('reading', 800)
  expect(await purse.take('reading', 1)).toBe(false)
  expect(purse.until()).toBe(DAY / 2)
})

test('a December that is used up ends with the year', async () => {
  const { purse } = openPurse('2027-12-31T18:00Z', { ...UNITS, zone: 'UTC', day: null, month: 1_000 })
  await purse.take('replying', 1_000)
  expect(await purse.take('replying', 1)).toBe(false)
  expect(purse.until()).toBe(6 * HOUR)
})

test('what a call gives back after midnight goes to the day on which it was put down', async () => {
  const { purse, clock, spent } = openPurse('2027-01-11T23:59-08:00')
  await purse.take('reading', 100)
  clock.advance(2 * MINUTE)
  await purse.take('reading', 10)
  await purse.giveBack('reading', 60)
  expect((await spent('2027-01-11')).day).toBe(40)
  expect((await spent('2027-01-12')).day).toBe(10)
})

test('what is given back may be spent again, and no more than was put down comes back', async () => {
  const { purse, spent } = openPurse('2027-01-11T08:00-08:00')
  await purse.take('reading', 800)
  await purse.giveBack('reading', 300)
  expect(await purse.take('posting', 300)).toBe(true)
  await purse.giveBack('reading', 9_000)
  expect((await spent('2027-01-11')).day).toBe(300)
})

test('it saves from eighty per cent of what others than replies may use', async () => {
  const { purse } = openPurse('2027-01-11T08:00-08:00')
  await purse.take('reading', 639)
  expect(await purse.saving()).toBe(false)
  await purse.take('reading', 1)
  expect(await purse.saving()).toBe(true)
})

test('each account has a purse of its own', async () => {
  const { purse, store, clock } = openPurse('2027-01-11T08:00-08:00')
  await purse.take('reading', 800)
  const other = purseOf({ store, clock, network: 'youtube', account: 'schatkamer', allowance: UNITS })
  expect(await other.take('reading', 800)).toBe(true)
})

test.each([-1, 0.5, Number.NaN])('%d is nothing that can be spent', async (amount) => {
  const { purse } = openPurse('2027-01-11T08:00-08:00')
  await expect(purse.take('reading', amount)).rejects.toThrow(RangeError)
  await expect(purse.giveBack('reading', amount)).rejects.toThrow(RangeError)
})
