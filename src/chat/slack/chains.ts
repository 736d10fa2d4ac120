import type { Logger } from 'pino'

/** Work that is done one after the other for a key, and side by side otherwise. What fails is logged and passed over. */
export class Chains {
  readonly #log: Logger
  readonly #chains = new Map<string, Promise<void>>()

  constructor(log: Logger) {
    this.#log = log
  }

  run(key: string, work: () => Promise<unknown>): void {
    const chain = (this.#chains.get(key) ?? Promise.resolve())
      .then(work)
      .catch((error) => this.#log.error({ err: error }, 'slack: something could not be done'))
      .then(() => {
        if (this.#chains.get(key) === chain) this.#chains.delete(key)
      })
    this.#chains.set(key, chain)
  }

  /** Until nothing is left to be done, of what comes meanwhile too. */
  async empty(): Promise<void> {
    while (this.#chains.size > 0) await Promise.all(this.#chains.values())
  }
}
