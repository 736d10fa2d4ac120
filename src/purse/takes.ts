import { HOUR } from '../model/clock.ts'
import type { LocalDate } from '../model/local-time.ts'

interface Take {
  purpose: string
  amount: number
  day: LocalDate
  /** Wall-clock ms. */
  at: number
}

/** No call takes so long: what was put down before is used. */
const KEPT = HOUR

/**
 * What was put down lately: what a call that ran past midnight gives back belongs to the day on which it was taken.
 * Of several it is the newest that is large enough.
 */
export class Takes {
  #takes: Take[] = []

  add(take: Take): void {
    const first = this.#takes.findIndex((it) => it.at > take.at - KEPT)
    this.#takes.splice(0, first < 0 ? this.#takes.length : first)
    this.#takes.push({ ...take })
  }

  /** The day that `amount` was put down on, which it then no longer can be given back for; null where nothing fits. */
  dayFor(purpose: string, amount: number): LocalDate | null {
    const take = this.#takes.findLast((it) => it.purpose === purpose && it.amount >= amount)
    if (!take) return null
    take.amount -= amount
    return take.day
  }
}
