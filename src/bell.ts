import type { Clock } from './model/clock.ts'

/** Rings when there may be work; a ring while nobody listens is kept, so that none is missed. */
export class Bell {
  #rung = false
  #wake: (() => void) | null = null

  ring(): void {
    this.#rung = true
    this.#wake?.()
  }

  /** Resolves at the next ring, at once when it has rung since the last time, and after `ms` at the latest. */
  async next(clock: Clock, ms: number): Promise<void> {
    if (!this.#rung) {
      const rung = new AbortController()
      this.#wake = () => rung.abort()
      await clock.wait(ms, rung.signal)
    }
    this.#rung = false
    this.#wake = null
  }
}
