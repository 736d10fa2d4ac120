import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { type Allowance, PURPOSES, type Purpose } from '../../src/model/allowance.ts'
import { HOUR } from '../../src/model/clock.ts'
import { purseOf } from '../../src/purse.ts'
import { spentOn } from '../../src/store/spending.ts'
import { ManualClock } from '../support/clock.ts'
import { freshStore } from '../support/store.ts'

const payer = { network: 'x', account: 'schatkamer' }

test('takes of two processes at the same time never pass the cap, and use it to the end', async () => {
  const store = freshStore()
  const spenders = [1, 2].map(() => spawnSpender(store.file, 60, 7, 400))
  await Promise.all(spenders.map(line))
  for (const spender of spenders) spender.stdin?.write('go\n')
  const taken = (await Promise.all(spenders.map(line))).map(Number)
  expect(taken.reduce((sum, it) => sum + it, 0)).toBe(Math.floor(400 / 7))
  const spent = await store.db.transaction().execute((tx) => spentOn(tx, payer, '2027-01-11'))
  expect(spent.day).toBe(399)
})

function spawnSpender(...words: (string | number)[]): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/spender.ts', ...words.map(String)])
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

const line = async (child: ChildProcess): Promise<string> => {
  const [said] = await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')
  return String(said).trim()
}

const step = fc.record({
  purpose: fc.constantFrom(...PURPOSES),
  amount: fc.integer({ min: 0, max: 400 }),
  unused: fc.integer({ min: 0, max: 400 }),
  hours: fc.integer({ min: 0, max: 9 }),
})

test('no sequence of takes passes a cap, nor do others than replies use the reserve', async () => {
  const store = freshStore()
  let account = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
      fc.option(fc.integer({ min: 0, max: 1_500 })),
      fc.option(fc.integer({ min: 0, max: 3_000 })),
      fc.constantFrom(0, 0.2, 0.5, 1),
      async (rounds, day, month, reserve) => {
        const clock = new ManualClock('2027-01-30T12:00-08:00')
        const allowance: Allowance = { unit: 'units', zone: 'America/Los_Angeles', day, month, reserve }
        const mine = { network: 'x', account: `a${++account}` }
        const purse = purseOf({ store, clock, ...mine, allowance })
        for (const round of rounds) {
          await Promise.all(
            round.map(async ({ purpose, amount, unused }) => {
              if (await purse.take(purpose, amount)) await purse.giveBack(purpose, Math.min(amount, unused))
            }),
          )
          await holds(mine, allowance)
          clock.advance((round[0]?.hours ?? 0) * HOUR)
        }
      },
    ),
    { numRuns: 60 },
  )

  async function holds(mine: typeof payer, { day, month, reserve }: Allowance): Promise<void> {
    const rows = await store.db.selectFrom('spending').selectAll().where('account', '=', mine.account).execute()
    const sum = (of: (row: (typeof rows)[number]) => string, keep: (purpose: Purpose) => boolean) => {
      const sums = new Map<string, number>()
      for (const row of rows.filter((it) => keep(it.purpose))) sums.set(of(row), (sums.get(of(row)) ?? 0) + row.amount)
      return [...sums.values()]
    }
    for (const [cap, of] of [
      [day, (row: (typeof rows)[number]) => row.day],
      [month, (row: (typeof rows)[number]) => row.day.slice(0, 7)],
    ] as const) {
      if (cap === null) continue
      for (const all of sum(of, () => true)) expect(all).toBeLessThanOrEqual(cap)
      for (const others of sum(of, (purpose) => purpose !== 'replying'))
        expect(others).toBeLessThanOrEqual(cap * (1 - reserve))
    }
    expect(rows.every((row) => row.amount >= 0)).toBe(true)
  }
})
