import { randomBytes } from 'node:crypto'
import { type Clock, SECOND } from '../../../src/model/clock.ts'
import { Declined } from './declined.ts'

/** What lets an app open a modal: once, and within 3 s (docs.slack.dev/interactivity/handling-user-interaction). */
export class Triggers {
  readonly #clock: Clock
  readonly #known = new Map<string, { user: string; since: number; used: boolean }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  make(user: string): string {
    const id = `${Math.floor(Math.random() * 1e12)}.${Math.floor(Math.random() * 1e12)}.${randomBytes(16).toString('hex')}`
    this.#known.set(id, { user, since: this.#clock.steady(), used: false })
    if (this.#known.size > 10_000) this.#known.delete(this.#known.keys().next().value ?? '')
    return id
  }

  /** Answers whose act it was. */
  exchange(id: string): string {
    const trigger = this.#known.get(id)
    if (!trigger) throw new Declined('invalid_trigger_id')
    if (trigger.used) throw new Declined('exchanged_trigger_id')
    if (this.#clock.steady() - trigger.since > 3 * SECOND) throw new Declined('expired_trigger_id')
    trigger.used = true
    return trigger.user
  }
}
