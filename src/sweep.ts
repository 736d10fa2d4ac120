import type { Logger } from 'pino'
import type { Act, Desk } from './desk/act.ts'
import { tellLevels } from './desk/budget-levels.ts'
import { returnClaims } from './desk/return-claims.ts'
import { sayRunningOrders } from './desk/running-order.ts'
import { type Clock, SECOND } from './model/clock.ts'
import type { Store } from './store/database.ts'

const EVERY = 5 * SECOND

const DONE_BY_TIME: readonly ((act: Act) => Promise<unknown>)[] = [returnClaims, sayRunningOrders, tellLevels]

/** Does what time alone brings about: claims whose lease is over return by themselves, airings announce themselves. */
export class Sweep {
  readonly #parts: { store: Store; desk: Desk; clock: Clock; log: Logger }
  readonly #halt = new AbortController()
  #loop: Promise<void> = Promise.resolve()

  constructor(parts: { store: Store; desk: Desk; clock: Clock; log: Logger }) {
    this.#parts = parts
  }

  start(): void {
    this.#loop = this.#run()
  }

  async stop(): Promise<void> {
    this.#halt.abort()
    await this.#loop
  }

  async #run(): Promise<void> {
    const { store, desk, clock, log } = this.#parts
    while (!this.#halt.signal.aborted) {
      for (const bring of DONE_BY_TIME)
        try {
          const now = clock.now()
          const steady = clock.steady()
          await store.transaction((tx) => bring({ ...desk, tx, now, steady, by: null }))
        } catch (error) {
          log.error({ err: error, what: bring.name }, 'what time brings about could not be done; trying again')
        }
      await clock.wait(EVERY, this.#halt.signal)
    }
  }
}
