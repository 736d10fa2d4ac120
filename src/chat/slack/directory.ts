import type { Memory } from '../chat.ts'
import type { Directory } from './parts.ts'

const keyOf = (name: string): string => `slack:channel:${name}`

/**
 * Which channel of Slack is which of the station's. It goes by Slack's id, kept through a restart, so that a channel
 * that somebody renames stays the same one.
 */
export class ChannelDirectory implements Directory {
  readonly #memory: Memory
  readonly #ids = new Map<string, string>()
  readonly #names = new Map<string, string>()

  constructor(memory: Memory) {
    this.#memory = memory
  }

  idOf(name: string): string | null {
    return this.#ids.get(name) ?? null
  }

  nameOf(id: string): string | null {
    return this.#names.get(id) ?? null
  }

  async recall(name: string): Promise<void> {
    if (this.#ids.has(name)) return
    const id = await this.#memory.get(keyOf(name))
    if (id !== null) this.#keep(name, id)
  }

  async learn(name: string, id: string): Promise<void> {
    if (this.#ids.get(name) === id) return
    this.#keep(name, id)
    await this.#memory.set(keyOf(name), id)
  }

  #keep(name: string, id: string): void {
    const before = this.#ids.get(name)
    if (before !== undefined) this.#names.delete(before)
    this.#ids.set(name, id)
    this.#names.set(id, name)
  }
}

/** Letters and signs that Slack takes in a channel's name: lower case, no spaces or points, at most 80 (reference of conversations.create). */
export const slackName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80) || 'schatkamer'
