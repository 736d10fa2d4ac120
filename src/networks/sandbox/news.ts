import type { NetworkName } from '../../model/network.ts'

/** Wakes whoever waits for the public to do something on a network. */
export class News {
  readonly #waiting = new Map<NetworkName, Set<() => void>>()

  announce(network: NetworkName): void {
    const waiting = this.#waiting.get(network)
    this.#waiting.delete(network)
    for (const wake of waiting ?? []) wake()
  }

  /** Resolves at the next announcement, or when `until` does. */
  async next(network: NetworkName, until: Promise<unknown>): Promise<void> {
    const waiting = this.#waiting.get(network) ?? new Set()
    this.#waiting.set(network, waiting)
    let wake = () => {}
    await Promise.race([
      until,
      new Promise<void>((resolve) => {
        wake = resolve
        waiting.add(wake)
      }),
    ])
    waiting.delete(wake)
  }
}
