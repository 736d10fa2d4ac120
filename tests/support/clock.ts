import type { Clock } from '../../src/model/clock.ts'

/** A clock that stands still until it is told to move. `step` moves the wall clock alone, as an administrator does. */
export class ManualClock implements Clock {
  #now: number
  #steady: number
  readonly #waiting = new Set<{ until: number; wake: () => void }>()

  /** @param start UTC ms, or ISO text with its offset */
  constructor(start: number | string = Date.UTC(2027, 0, 11, 8)) {
    this.#now = typeof start === 'string' ? Date.parse(start) : start
    this.#steady = this.#now
  }

  now = (): number => this.#now
  steady = (): number => this.#steady

  wait(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 0 || signal?.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const end = () => {
        this.#waiting.delete(waiter)
        signal?.removeEventListener('abort', end)
        resolve()
      }
      const waiter = { until: this.#steady + ms, wake: end }
      this.#waiting.add(waiter)
      signal?.addEventListener('abort', end)
    })
  }

  advance(ms: number): void {
    this.#now += ms
    this.#steady += ms
    for (const waiter of [...this.#waiting].sort((a, b) => a.until - b.until)) {
      if (waiter.until <= this.#steady) waiter.wake()
    }
  }

  step(ms: number): void {
    this.#now += ms
  }

  /** Both readings, as a process sees them that starts after the wall clock was stepped. */
  reset(ms: number): void {
    this.#now += ms
    this.#steady = this.#now
  }
}
