import { call } from './http.ts'
import { markOf, messageMarks } from './marker.ts'
import type { Random } from './random.ts'

/** A message as its writer remembers it. */
interface Remembered {
  number: number
  id: string
  network: string
  author: string
  kind: string
  deleted: boolean
}

const MANY = 80
/** What was written longer ago is left alone. */
const RECENT = 60

/** The public: writes, continues, edits and deletes, one act at a time, and knows what it certainly did. */
export class Readers {
  readonly #sandbox: string
  readonly #random: Random
  readonly #networks: readonly string[]
  readonly #messages: Remembered[] = []
  readonly #versions = new Map<number, number>()
  /** Ids of ours that readers answer now and then. */
  ours: { id: string; network: string }[] = []
  #next = 1

  constructor(sandbox: string, random: Random, networks: readonly string[]) {
    this.#sandbox = sandbox
    this.#random = random
    this.#networks = networks
  }

  get written(): number {
    return this.#messages.length
  }

  /** Messages that were certainly taken away. */
  get deleted(): { number: number; id: string }[] {
    return this.#messages.filter((it) => it.deleted)
  }

  isDeleted = (id: string): boolean => this.#messages.some((it) => it.id === id && it.deleted)

  async act(): Promise<void> {
    const what = this.#random.next()
    const one = this.#random.pick(this.#messages.slice(-RECENT).filter((it) => !it.deleted))
    if (one && what < 0.08) return this.#edit(one)
    if (one && what < 0.14) return this.#delete(one)
    if (one && what < 0.4) return this.#write(one.network, one.author, one.kind, one.id)
    const author = `lezer${this.#random.between(1, MANY)}`
    const ours = this.#random.pick(this.ours)
    if (ours && what < 0.5) return this.#write(ours.network, author, 'comment', ours.id)
    const network = this.#random.pick(this.#networks) ?? 'x'
    const direct = network !== 'youtube' && this.#random.chance(0.15)
    return this.#write(network, author, direct ? 'direct' : network === 'x' ? 'mention' : 'comment', null)
  }

  async #write(network: string, author: string, kind: string, inReplyTo: string | null): Promise<void> {
    const number = this.#next++
    const text = `Welk boek was dat ook weer? ${markOf.message(number, 1)}`
    const answer = await call<{ id: string }>('POST', `${this.#sandbox}/sandbox/messages`, {
      network,
      author,
      text,
      ...(inReplyTo !== null && { inReplyTo }),
      ...(kind === 'direct' && { kind }),
    })
    // Whose answer was lost may be written all the same: the network's own record says so at the end.
    if (answer.status === 'ok')
      this.#messages.push({ number, id: answer.body.id, network, author, kind, deleted: false })
  }

  async #edit(one: Remembered): Promise<void> {
    const version = (this.#versions.get(one.number) ?? 1) + 1
    this.#versions.set(one.number, version)
    const text = `Nee, ik bedoel dat andere boek. ${markOf.message(one.number, version)}`
    await call('PATCH', `${this.#sandbox}/sandbox/messages/${one.id}`, { text })
  }

  async #delete(one: Remembered): Promise<void> {
    one.deleted = true
    await call('DELETE', `${this.#sandbox}/sandbox/messages/${one.id}`)
  }

  /** The number of a message that the network knows by this id and whose text may be gone. */
  numberOf(id: string, text: string): number | null {
    return messageMarks(text)[0]?.number ?? this.#messages.find((it) => it.id === id)?.number ?? null
  }
}
