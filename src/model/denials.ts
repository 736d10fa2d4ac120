import { MINUTE } from './clock.ts'

/** Calls of one kind to a network that fail for want of access. */
export interface Denial {
  calls: 'reading' | 'writing'
  why: string
  /** Another one each time that a call is denied. */
  mark: number
}

/** Whoever looks at our access has so long to find what is wrong. */
const LASTING = MINUTE

/** How long a network has denied our calls, for whoever looks now and then; moments are steady ms. */
export class Denials {
  #seen = new Map<Denial['calls'], Denial & { since: number; again: boolean }>()
  /** What stands there at the next look was denied before it, and proves nothing. */
  #old = true

  /** Takes what is denied now; true where calls have begun or ceased to be denied. */
  look(denied: readonly Denial[], steady: number): boolean {
    const before = this.#seen
    this.#seen = new Map(
      denied.map((it) => {
        const known = before.get(it.calls)
        const again = !this.#old && (known?.again === true || known?.mark !== it.mark)
        return [it.calls, { ...it, since: known?.since ?? steady, again }]
      }),
    )
    this.#old = false
    return before.size !== denied.length || denied.some((it) => !before.has(it.calls))
  }

  /** Our access was found to be well, or back: only what is denied from now on counts. */
  well(): void {
    for (const it of this.#seen.values()) it.again = false
    this.#old = true
  }

  /** What has been denied for a minute, and still was since our access was last found well. */
  lasting(steady: number): Denial | null {
    return [...this.#seen.values()].find((it) => it.again && steady - it.since >= LASTING) ?? null
  }
}
