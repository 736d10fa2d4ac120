import { getEventListeners } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../src/system-clock.ts'

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length

test('fifty waits on one signal warn of nothing, and leave nothing behind, whether they end or are ended', async () => {
  const warnings: string[] = []
  const hear = (warning: Error) => void warnings.push(warning.name)
  process.on('warning', hear)
  onTestFinished(() => void process.off('warning', hear))
  const halt = new AbortController()
  const waits = (ms: number) => Promise.all(Array.from({ length: 50 }, () => systemClock().wait(ms, halt.signal)))
  const short = waits(1)
  expect(listeners(halt.signal)).toBe(50)
  await short
  expect(listeners(halt.signal)).toBe(0)
  const long = waits(3_600_000)
  halt.abort()
  await long
  expect(listeners(halt.signal)).toBe(0)
  await turn()
  expect(warnings).toEqual([])
})
