import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import { everyMinute } from './airing/every-minute.ts'
import type { Act, Desk } from './desk/act.ts'
import { alarmLate } from './desk/schedule/late.ts'
import { alarmOverdue } from './desk/schedule/overdue.ts'
import { planHorizon } from './desk/schedule/plan.ts'
import { publishDue } from './desk/schedule/publish-due.ts'
import { syncEntries } from './desk/schedule/sync-entries.ts'
import type { Clock } from './model/clock.ts'
import type { Store, Tx } from './store/database.ts'

export interface AiringParts {
  store: Store
  desk: Desk
  clock: Clock
  log: Logger
}

/**
 * The worker that lets posts go out. What is due stands in a table, so it does not matter which minutes it missed: each
 * tick takes up all that has become due since the last one.
 */
export class Airing {
  readonly #parts: AiringParts
  #stopTicking: () => unknown = () => {}
  #stopping = false
  /** The tick that runs, and whether another was asked for meanwhile. */
  #running: Promise<void> | null = null
  #again = false
  #catchingUp: Promise<void> = Promise.resolve()

  constructor(parts: AiringParts) {
    this.#parts = parts
  }

  /** Takes the entries over from the files, catches up, and ticks each minute from then on. */
  async start(): Promise<void> {
    await this.#transact(syncEntries)
    this.#stopTicking = everyMinute(() => void this.tick())
    this.#catchingUp = this.#catchUp()
  }

  /** Finishes the transaction that runs. */
  async stop(): Promise<void> {
    this.#stopping = true
    await this.#stopTicking()
    await Promise.all([this.#running, this.#catchingUp])
  }

  /** Takes up everything that is due; one at a time, however often it is called. */
  tick(): Promise<void> {
    if (this.#running) this.#again = true
    this.#running ??= this.#ticks().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #ticks(): Promise<void> {
    do {
      this.#again = false
      try {
        while (!this.#stopping && (await this.#transact(publishDue))) await turn()
        if (!this.#stopping) await this.#transact(afterwards)
      } catch (error) {
        this.#parts.log.error({ err: error }, 'posts could not be let out; the next minute tries again')
      }
    } while (this.#again && !this.#stopping)
  }

  /**
   * What is due goes first, then the whole horizon is planned, and what fell due while nobody planned is taken up. From
   * then on a batch a minute keeps up with the days.
   */
  async #catchUp(): Promise<void> {
    await this.tick()
    try {
      while (!this.#stopping && (await this.#transact(planHorizon))) await turn()
    } catch (error) {
      this.#parts.log.error({ err: error }, 'the coming days could not be planned; the next minute tries again')
    }
    await this.tick()
  }

  #transact<T>(work: (act: Act) => Promise<T>): Promise<T> {
    const { store, desk, clock } = this.#parts
    const now = clock.now()
    const steady = clock.steady()
    return store.transaction((tx: Tx) => work({ ...desk, tx, now, steady, by: null }))
  }
}

async function afterwards(act: Act): Promise<void> {
  await alarmLate(act)
  await alarmOverdue(act)
  await planHorizon(act)
}
