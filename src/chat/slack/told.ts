import type { TellTrouble } from './health.ts'

/** Troubles as they stand: each is told once, again when its facts are others, and once more when it is mended. */
export class Told {
  readonly #tell: TellTrouble
  readonly #told = new Map<string, Record<string, string>>()

  constructor(tell: TellTrouble) {
    this.#tell = tell
  }

  has = (code: string): boolean => this.#told.has(code)

  /** @param facts null where there is no such trouble (any more) */
  now(code: string, facts: Record<string, string> | null): void {
    const told = this.#told.get(code)
    if (facts === null) {
      this.#told.delete(code)
      if (told) this.#tell(code, told, true)
      return
    }
    if (told && JSON.stringify(told) === JSON.stringify(facts)) return
    this.#told.set(code, facts)
    this.#tell(code, facts)
  }
}
