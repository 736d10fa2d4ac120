import { expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../../src/model/clock.ts'
import { onX, Reader, remembering, sourceNamed } from './playground.ts'

test("ten minutes of 800 mentions a minute come in once each and in order, within X's limits and its own", async () => {
  const { x, clock, network, places, purse } = await onX()
  const reader = new Reader(sourceNamed(network, 'mentions'), remembering(places))
  await reader.all()
  const sent: string[] = []
  const start = clock.now()
  let due = 0
  let lag = 0
  while (due < 8_000) {
    const wait = Math.max(SECOND, reader.after ?? SECOND)
    for (const until = clock.now() + wait; clock.now() < until; ) {
      clock.advance(75)
      if (due < 8_000) sent.push(x.writes(`lezer${due % 50}`, `@schatkamer ${due++}`).id)
    }
    lag = Math.max(lag, wait)
    await reader.all()
  }
  clock.advance(MINUTE)
  await reader.all()
  expect(clock.now() - start).toBeGreaterThanOrEqual(10 * MINUTE)
  expect(reader.changes.map(({ id }) => id)).toEqual(sent)
  expect(reader.gaps).toEqual([])
  expect(x.limits.overruns).toEqual({})
  expect(lag).toBeLessThan(40 * SECOND)
  // X asks for a post once a day, however often it was on a page.
  expect(purse.spent.reading).toBe(8_000 * 1_000 + 5_000)
}, 120_000)
