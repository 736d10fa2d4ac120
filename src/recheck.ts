import { setImmediate as turn } from 'node:timers/promises'
import type { TakingParts } from './inbound/parts.ts'
import { isBudget, pauseAfter } from './inbound/pauses.ts'
import { takeIn } from './inbound/take-in.ts'
import { HOUR, MINUTE } from './model/clock.ts'
import type { Network, Recheck } from './networks/network.ts'
import { dueForCheck, markChecked } from './store/checked.ts'

/** What is due comes in dribs; it is looked at in batches. */
const GATHER = 15 * MINUTE
/** Between two full batches, so that what is due after a long time does not use up a network's limits at once. */
const BETWEEN = MINUTE
/** Polling needs the network more than this does. */
const LEAVE_ALONE = HOUR

/**
 * Looks again at what is stored of the public, as the platforms' policies ask: what its author took away is taken away
 * here too, and what he changed is changed.
 */
export class Rechecks {
  readonly #parts: TakingParts
  readonly #networks: readonly Network[]
  readonly #halt = new AbortController()
  #loops: Promise<void>[] = []

  constructor(parts: TakingParts & { networks: Iterable<Network> }) {
    this.#parts = parts
    this.#networks = [...parts.networks]
  }

  start(): void {
    this.#loops = this.#networks.flatMap((network) => (network.recheck ? [this.#run(network, network.recheck)] : []))
  }

  async stop(): Promise<void> {
    this.#halt.abort()
    await Promise.all(this.#loops)
  }

  async #run(network: Network, recheck: Recheck): Promise<void> {
    const { signal } = this.#halt
    const { clock, log } = this.#parts
    let failures = 0
    while (!signal.aborted) {
      let pause = GATHER
      try {
        const looked = await this.#look(network, recheck, signal)
        if (looked === recheck.batch) pause = BETWEEN
        failures = 0
        await turn()
      } catch (error) {
        if (signal.aborted) return
        failures = isBudget(error) ? 0 : failures + 1
        pause = Math.min(LEAVE_ALONE, Math.max(BETWEEN * 2 ** Math.min(failures, 6), pauseAfter(error, failures)))
        log.warn({ err: error, network: network.name }, 'what is stored could not be looked at again; trying again')
      }
      await clock.wait(pause, signal)
    }
  }

  /** Answers with how many were looked at. */
  async #look({ name, account }: Network, recheck: Recheck, signal: AbortSignal): Promise<number> {
    const { store, clock } = this.#parts
    const now = clock.now()
    const due = await store.transaction((tx) =>
      dueForCheck(tx, {
        network: name,
        account,
        checkedBefore: now - recheck.every,
        writtenAfter: now - recheck.until,
        limit: recheck.batch,
      }),
    )
    if (due.length === 0) return 0
    const changes = await recheck.look(due, signal)
    const ids = due.map(({ id }) => id)
    await takeIn(this.#parts, { network: name, account, source: 'recheck', changes, cursor: null }, (act) =>
      markChecked(act, name, account, ids),
    )
    return due.length
  }
}
