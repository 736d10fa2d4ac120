import type { Handlers } from '../chat.ts'
import type { TellTrouble } from './health.ts'

/** Tells the station of troubles; those from before it listens are kept until it does. */
export class Troubles {
  #handlers: Pick<Handlers, 'trouble'> | null = null
  #kept: (() => void)[] = []

  readonly tell: TellTrouble = (code, facts, mended) => {
    const telling = () => this.#handlers?.trouble({ code, facts }, mended)
    if (this.#handlers) telling()
    else this.#kept.push(telling)
  }

  listen(handlers: Pick<Handlers, 'trouble'>): void {
    this.#handlers = handlers
    for (const telling of this.#kept.splice(0)) telling()
  }
}
