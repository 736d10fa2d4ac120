import type { Trouble } from '../chat/chat.ts'

/** What a person has to mend about a chat at this moment, as that chat has told of it. */
export class Troubles {
  /** By code and facts: two channels may each miss an invitation. */
  readonly #open = new Map<string, Trouble>()

  /** True where this is news. What is mended without facts is mended whatever they were. */
  heard(trouble: Trouble, mended = false): boolean {
    const key = JSON.stringify([trouble.code, Object.entries(trouble.facts ?? {}).sort()])
    if (mended && trouble.facts === undefined) return this.#forget(trouble.code)
    if (mended) return this.#open.delete(key)
    const news = !this.#open.has(key)
    this.#open.set(key, trouble)
    return news
  }

  #forget(code: string): boolean {
    const those = [...this.#open].filter(([, trouble]) => trouble.code === code)
    for (const [key] of those) this.#open.delete(key)
    return those.length > 0
  }

  /** Each code once. */
  get codes(): string[] {
    return [...new Set(Array.from(this.#open.values(), ({ code }) => code))].sort()
  }
}
