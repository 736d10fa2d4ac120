import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { everyMinute } from '../../src/airing/every-minute.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2027-01-11T06:58:30Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

test('it ticks at the beginning of each minute until it is stopped', async () => {
  const ticks: string[] = []
  const stop = everyMinute(() => ticks.push(new Date().toISOString().slice(11, 19)))
  await vi.advanceTimersByTimeAsync(120_000)
  await stop()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(ticks).toEqual(['06:59:00', '07:00:00'])
})

test('a minute that the event loop reaches three seconds late ticks all the same', async () => {
  const tick = vi.fn()
  const stop = everyMinute(tick)
  vi.setSystemTime(Date.parse('2027-01-11T06:58:33Z'))
  await vi.advanceTimersByTimeAsync(31_000)
  expect(tick).toHaveBeenCalled()
  await stop()
})
