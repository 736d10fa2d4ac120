import { setImmediate as turn } from 'node:timers/promises'
import { MINUTE } from '../model/clock.ts'
import type { NetworkName } from '../model/network.ts'
import type { Hook, Network } from '../networks/network.ts'
import { forgetHooks, keepHooks } from '../store/hooks.ts'
import { HookDrain } from './hook-drain.ts'
import { actOf, type TakingParts } from './parts.ts'

/** So many a transaction. */
const AT_ONCE = 50
/** How often refusals are summed up, and what is old is forgotten. */
const EVERY = MINUTE

/** One that waits to be kept. */
interface Waiting {
  network: NetworkName
  body: string
  at: number
  kept(): void
  failed(error: unknown): void
}

/**
 * What networks push to the station's own port: kept whole before it is answered, taken in afterwards in the order in
 * which it came. Those that come at the same moment are kept in one transaction.
 */
export class Hooks {
  readonly #parts: TakingParts
  readonly #drains = new Map<NetworkName, { hook: Hook; drain: HookDrain }>()
  readonly #waiting: Waiting[] = []
  readonly #refused = new Map<NetworkName, number>()
  readonly #halt = new AbortController()
  #loops: Promise<void>[] = []
  #writing = false
  #last = 0

  constructor(parts: TakingParts, networks: readonly Network[]) {
    this.#parts = parts
    for (const network of networks) {
      const { hook, name } = network
      if (hook) this.#drains.set(name, { hook, drain: new HookDrain(parts, network, hook) })
    }
  }

  start(): void {
    const { signal } = this.#halt
    this.#loops = [...this.#drains.values()].map(({ drain }) => drain.run(signal))
    this.#loops.push(this.#tidy(signal))
  }

  async stop(): Promise<void> {
    this.#halt.abort()
    for (const { drain } of this.#drains.values()) drain.bell.ring()
    await Promise.all(this.#loops)
  }

  /** What verifies a network's requests; null where it pushes nothing. */
  of(network: NetworkName): Hook | null {
    return this.#drains.get(network)?.hook ?? null
  }

  /** Resolves when a verified body is on the disk. @throws where it could not be kept: then the network has to bring it again */
  keep(network: NetworkName, body: string): Promise<void> {
    // Those of one millisecond keep their order too.
    this.#last = Math.max(this.#parts.clock.now(), this.#last + 1)
    const kept = new Promise<void>((resolve, reject) => {
      this.#waiting.push({ network, body, at: this.#last, kept: resolve, failed: reject })
    })
    if (!this.#writing) void this.#write()
    return kept
  }

  /** Somebody called who is not the network. */
  refused(network: NetworkName): void {
    this.#refused.set(network, (this.#refused.get(network) ?? 0) + 1)
  }

  async #write(): Promise<void> {
    this.#writing = true
    await turn()
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, AT_ONCE)
      try {
        const rows = batch.map(({ network, body, at }) => ({ network, body, at }))
        await this.#parts.store.transaction((tx) => keepHooks(tx, rows))
        for (const it of batch) it.kept()
        for (const name of new Set(rows.map((it) => it.network))) this.#drains.get(name)?.drain.bell.ring()
      } catch (error) {
        for (const it of batch) it.failed(error)
      }
    }
    this.#writing = false
  }

  async #tidy(signal: AbortSignal): Promise<void> {
    const { store, clock, log } = this.#parts
    while (!signal.aborted) {
      await store
        .transaction((tx) => forgetHooks(actOf(this.#parts, tx)))
        .catch((error) =>
          log.error({ err: error }, 'what was pushed to us long ago could not be forgotten; trying again'),
        )
      await clock.wait(EVERY, signal)
      for (const [network, requests] of this.#refused)
        log.warn({ network, requests }, 'requests that were not from the network were refused')
      this.#refused.clear()
    }
  }
}
