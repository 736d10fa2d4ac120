import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './model/clock.ts'

/** The machine's clock. Its zone has no influence: both readings are UTC milliseconds. */
export function systemClock(): Clock {
  const started = Date.now() - performance.now()
  return {
    now: Date.now,
    steady: () => Math.round(started + performance.now()),
    wait(ms, signal) {
      // A worker's one signal ends all that waits on it, and there are as many as it has sources: none of them is a leak.
      if (signal) setMaxListeners(0, signal)
      return sleep(ms, undefined, signal && { signal }).catch(() => {})
    },
  }
}
