import { z } from 'zod'
import type { Surroundings } from '../network.ts'

const KEY = 'rejected'
const MOST = 500
const IDS = z.array(z.string())

/**
 * What we rejected ourselves. YouTube lists rejected comments nowhere (docs/comments/setModerationStatus), so that they
 * would look deleted, although they can be approved again by their ids.
 */
export class Rejected {
  readonly #memory: Surroundings['memory']
  #last: Promise<void> = Promise.resolve()
  constructor(memory: Surroundings['memory']) {
    this.#memory = memory
  }

  async all(): Promise<ReadonlySet<string>> {
    const kept = await this.#memory.get(KEY)
    return new Set(kept === null ? [] : (IDS.safeParse(parsed(kept)).data ?? []))
  }

  /** One after the other: two that are decided at once must not forget each other. */
  note(id: string, isRejected: boolean): Promise<void> {
    this.#last = this.#last.catch(() => {}).then(() => this.#note(id, isRejected))
    return this.#last
  }

  async #note(id: string, isRejected: boolean): Promise<void> {
    const others = [...(await this.all())].filter((one) => one !== id)
    await this.#memory.set(KEY, JSON.stringify(isRejected ? [...others, id].slice(-MOST) : others))
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
