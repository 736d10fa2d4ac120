import { Hooks } from './inbound/hooks.ts'
import { NetworkWatch } from './inbound/network-watch.ts'
import type { TakingParts } from './inbound/parts.ts'
import { SourceReader, type SourceState } from './inbound/source-reader.ts'
import type { Network } from './networks/network.ts'

export interface InboundParts extends TakingParts {
  networks: Iterable<Network>
}

/**
 * What comes in from the networks: reads every source of each, page by page, and takes in what they push. A page and
 * its cursor are one transaction, and so are what was pushed and that it was taken in.
 */
export class Inbound {
  readonly states: SourceState[] = []
  /** Takes what networks push to the station's port; before `start` and after `stop` it keeps it for later. */
  readonly hooks: Hooks
  readonly #parts: TakingParts
  readonly #networks: readonly Network[]
  readonly #halt = new AbortController()
  readonly #loops: Promise<void>[] = []

  constructor(parts: InboundParts) {
    this.#parts = parts
    this.#networks = [...parts.networks]
    this.hooks = new Hooks(parts, this.#networks)
  }

  start(): void {
    const { signal } = this.#halt
    for (const network of this.#networks) {
      const sources = network.sources()
      const watch = new NetworkWatch(
        this.#parts,
        network,
        sources.map(({ name }) => name),
      )
      for (const source of sources) {
        const reader = new SourceReader(this.#parts, network, source, watch)
        this.states.push(reader)
        this.#loops.push(reader.run(signal))
      }
    }
    this.hooks.start()
  }

  async stop(): Promise<void> {
    this.#halt.abort()
    await Promise.all([...this.#loops, this.hooks.stop()])
  }
}
