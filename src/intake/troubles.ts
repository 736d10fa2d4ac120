import type { Logger } from 'pino'
import type { Trouble } from '../chat/chat.ts'
import type { Desk } from '../desk/act.ts'
import { tellTrouble } from '../desk/platform-trouble.ts'
import type { Clock } from '../model/clock.ts'
import type { Store } from '../store/database.ts'
import { mendedText, troubleText } from '../wording/trouble.ts'

interface Parts {
  store: Store
  desk: Desk
  clock: Clock
  log: Logger
}

/** What has to be mended about the platforms at this moment, each told once. */
export class Troubles {
  readonly #parts: Parts
  /** Since when, wall-clock ms. */
  readonly #open = new Map<string, number>()
  #telling: Promise<void> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** One after the other, so that the end is never told before the beginning. */
  tell(platform: string, trouble: Trouble, mended: boolean): Promise<void> {
    const key = JSON.stringify([platform, trouble.code, Object.entries(trouble.facts ?? {}).sort()])
    const since = this.#open.get(key)
    if ((since === undefined) === mended) return this.#telling
    const { clock, desk, log } = this.#parts
    const now = clock.now()
    if (mended) this.#open.delete(key)
    else this.#open.set(key, now)
    const { language } = desk.station
    if (mended) log.info({ platform, ...trouble }, mendedText(language, trouble))
    else log.error({ platform, ...trouble }, troubleText(language, trouble))
    this.#telling = this.#telling.then(() => this.#raise(platform, trouble, mended ? (since ?? now) : null, now))
    return this.#telling
  }

  async #raise(platform: string, trouble: Trouble, since: number | null, now: number): Promise<void> {
    const { store, desk, clock, log } = this.#parts
    const steady = clock.steady()
    try {
      await store.transaction((tx) =>
        tellTrouble({ ...desk, tx, now, steady, by: null }, platform, { ...trouble, since }),
      )
    } catch (error) {
      log.error({ err: error, platform, code: trouble.code }, 'an alarm about a platform could not be raised')
    }
  }
}
