import { type Clock, MINUTE } from '../../../model/clock.ts'
import type { TellTrouble } from '../health.ts'
import type { Api } from '../parts.ts'
import type { End } from './line.ts'

/** A line that is down for a moment mends itself. */
const PATIENCE = MINUTE

interface WatchParts {
  api: Pick<Api, 'call' | 'reachable'>
  clock: Clock
  signal: AbortSignal
  trouble: TellTrouble
  /** There is a line where there was none; there is none any more. */
  back(): void
  away(): void
}

/** Knows whether there is any line with Slack, and tells once when a person has to see to it. */
export class LineWatch {
  readonly #parts: WatchParts
  #up = 0
  #why = 'no connection'
  #told: { code: string; facts: Record<string, string> } | null = null
  #back = new AbortController()

  constructor(parts: WatchParts) {
    this.#parts = parts
    void this.#wait()
  }

  up(): void {
    this.#up += 1
    if (this.#up === 1) this.#parts.back()
    this.#back.abort()
    const told = this.#told
    this.#told = null
    if (told) this.#parts.trouble(told.code, told.facts, true)
  }

  down(): void {
    this.#up -= 1
    if (this.#up > 0) return
    this.#parts.away()
    void this.#wait()
  }

  ended(end: End): void {
    if (end.kind === 'refused') this.#tell('slack-app-token', { error: end.error })
    else if (end.kind === 'recycled' && end.reason === 'link_disabled')
      this.#tell('slack-app-token', { error: end.reason })
    else if ('reason' in end) this.#why = end.reason
    else if (end.kind === 'limited') this.#why = 'ratelimited'
  }

  /** Where Slack itself cannot be reached, that is told, and not that there is no line besides. */
  async #wait(): Promise<void> {
    const { api, clock, signal } = this.#parts
    this.#back = new AbortController()
    const back = AbortSignal.any([this.#back.signal, signal])
    while (!back.aborted && this.#told === null) {
      await clock.wait(PATIENCE, back)
      if (back.aborted || this.#told !== null) return
      await api.call('auth.test', {})
      if (!back.aborted && api.reachable) this.#tell('slack-socket', { reason: this.#why })
    }
  }

  #tell(code: string, facts: Record<string, string>): void {
    if (this.#told) return
    this.#told = { code, facts }
    this.#parts.trouble(code, facts)
  }
}
