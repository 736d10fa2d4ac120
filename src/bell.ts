/** Rings when there may be work; a ring while nobody listens is kept, so that none is missed. */
export class Bell {
  #rung = false
  #wake: (() => void) | null = null

  ring(): void {
    this.#rung = true
    this.#wake?.()
  }

  /** Resolves at the next ring, at once when it has rung since, or when `until` resolves. */
  async next(until: Promise<void>): Promise<void> {
    if (!this.#rung)
      await Promise.race([
        new Promise<void>((resolve) => {
          this.#wake = resolve
        }),
        until,
      ])
    this.#rung = false
    this.#wake = null
  }
}
