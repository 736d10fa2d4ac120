import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../../src/model/clock.ts'
import { EVERY, pace } from '../../../src/networks/youtube/sources/pace.ts'
import { ManualClock } from '../../support/clock.ts'
import { TestPurse } from '../../support/youtube/purse.ts'
import { openPlayground, type Playground } from './playground.ts'

let at: Playground
beforeEach(async () => {
  at = await openPlayground()
})
afterEach(() => at.stop())

/** The pause between two looks on an allowance of `day` units, `spent` of them at the beginning of the day. */
async function paceOn(day: number | null, spent = 0): Promise<number> {
  const purse = new TestPurse(new ManualClock(), day)
  await purse.take('replying', spent)
  return pace(purse)
}

test('YouTube’s usual allowance is good for a look a minute, a larger one for more, none for the most', async () => {
  expect(await paceOn(10_000)).toBe(MINUTE)
  expect(await paceOn(50_000)).toBe(12 * SECOND)
  expect(await paceOn(1_000_000)).toBe(5 * SECOND)
  expect(await paceOn(null)).toBe(5 * SECOND)
})

test('what replies have used makes the looks slower, so that they last until midnight', async () => {
  const slower = await paceOn(10_000, 6_000)
  expect(slower).toBeGreaterThan(4 * MINUTE)
  // Looks for new threads and for replies, and a fifth of them at the queue.
  expect((24 * HOUR * 2.2) / slower).toBeLessThan(1_500)
})

test('every Reading says when to look again, the moderation queue five times as late', async () => {
  const page = (name: string) => at.source(name).fetch(null, new AbortController().signal)
  expect(await page('comments')).toMatchObject({ after: EVERY.comments })
  expect(await page('replies')).toMatchObject({ after: EVERY.replies })
  expect(await page('held')).toMatchObject({ after: EVERY.held })
})

test('where reading has nothing left it says when there is more, and YouTube is not asked', async () => {
  await at.purse.take('replying', 8_000)
  await expect(at.read('comments')).rejects.toMatchObject({ code: 'budget', after: 24 * HOUR })
  expect(at.youtube.journal.requests).toEqual([])
})

test('a look that takes too long is left, and says so', async () => {
  await at.read('held')
  at.youtube.faults.add({ method: 'commentThreads.list', kind: 'slow', ms: SECOND, times: 1 })
  const look = at.source('comments').fetch(null, AbortSignal.timeout(SECOND / 20))
  await expect(look).rejects.toMatchObject({ code: 'timeout' })
})

test('a cursor that cannot be read begins anew', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  for (const cursor of ['', '{"at":"gisteren"}', 'null', '[]']) {
    const page = await at.source('comments').fetch(cursor, new AbortController().signal)
    expect(page.changes.map((one) => one.id)).toEqual([id])
  }
})
