import { type Allowance, levelOf, nextPeriod, type Purpose, room } from '../../../src/model/allowance.ts'
import type { Clock } from '../../../src/model/clock.ts'
import type { Purse } from '../../../src/networks/network.ts'

/** YouTube's units as the station keeps them, in memory. */
export class TestPurse implements Purse {
  readonly allowance: Allowance
  readonly spent: Record<Purpose, number> = { replying: 0, posting: 0, reading: 0, checking: 0 }
  readonly refused: Purpose[] = []
  readonly #clock: Clock
  #ends: number

  constructor(clock: Clock, day: number | null = 10_000) {
    this.#clock = clock
    this.allowance = { unit: 'units', zone: 'America/Los_Angeles', day, month: null, reserve: 0.25 }
    this.#ends = nextPeriod(this.allowance, clock.now(), 'day')
  }

  get all(): number {
    if (this.#clock.now() >= this.#ends) {
      for (const purpose of Object.keys(this.spent) as Purpose[]) this.spent[purpose] = 0
      this.#ends = nextPeriod(this.allowance, this.#clock.now(), 'day')
    }
    return Object.values(this.spent).reduce((sum, one) => sum + one, 0)
  }

  #room = (purpose: Purpose) => room(this.allowance, purpose, { day: this.all, month: 0 })

  async take(purpose: Purpose, amount: number): Promise<boolean> {
    if (this.#room(purpose) < amount) {
      this.refused.push(purpose)
      return false
    }
    this.spent[purpose] += amount
    return true
  }

  async giveBack(purpose: Purpose, amount: number): Promise<void> {
    this.spent[purpose] -= amount
  }

  left = async (purpose: Purpose): Promise<number> => Math.max(0, this.#room(purpose))
  saving = async (): Promise<boolean> => levelOf(this.allowance, { day: this.all, month: 0 }) !== 'normal'
  until = (): number => nextPeriod(this.allowance, this.#clock.now(), 'day') - this.#clock.now()
}
