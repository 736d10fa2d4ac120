/** Does work for a key one after the other; of what comes while it is being done only the newest is done. */
export class Newest {
  readonly #running = new Set<string>()
  readonly #next = new Map<string, () => Promise<void>>()

  /** Resolves once nothing is left to be done for the key, or at once where somebody else is doing it. */
  async run(key: string, work: () => Promise<void>): Promise<void> {
    this.#next.set(key, work)
    if (this.#running.has(key)) return
    this.#running.add(key)
    try {
      for (let next = this.#take(key); next; next = this.#take(key)) await next()
    } finally {
      this.#running.delete(key)
    }
  }

  #take(key: string): (() => Promise<void>) | undefined {
    const next = this.#next.get(key)
    this.#next.delete(key)
    return next
  }
}
