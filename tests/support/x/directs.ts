import { byId, type Snowflakes } from './snowflakes.ts'
import type { Direct } from './types.ts'

/** The conversation of two: both ids, the lower first. */
export const conversationOf = (a: string, b: string): string => (byId(a, b) < 0 ? `${a}-${b}` : `${b}-${a}`)

/** All private messages, oldest first. */
export class Directs {
  readonly all: Direct[] = []
  /** Told of each message. */
  heard: (one: Direct) => void = () => {}
  readonly #byId = new Map<string, Direct>()
  readonly #ids: Snowflakes

  constructor(ids: Snowflakes) {
    this.#ids = ids
  }

  add(made: { sender: string; recipient: string; text: string; media?: string[] }, at: number): Direct {
    const { sender, recipient, text, media = [] } = made
    const conversation = conversationOf(sender, recipient)
    const direct: Direct = { id: this.#ids.next(at), conversation, sender, recipient, text, at, media, deleted: false }
    this.all.push(direct)
    this.#byId.set(direct.id, direct)
    this.heard(direct)
    return direct
  }

  byId = (id: string): Direct | undefined => this.#byId.get(id)
}
