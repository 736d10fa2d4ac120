import type { Surroundings } from '../network.ts'
import { unitsDay, untilUnits } from './midnight.ts'

const KEY = 'units used up'

/**
 * Whether YouTube has said that the day's units are used up, whatever our own count says: others may use the same
 * project. A restart forgets nothing of it, for a call that is refused costs too; another project has units of its own.
 */
export class UsedUp {
  readonly #surroundings: Pick<Surroundings, 'clock' | 'memory'>
  readonly #project: string
  #said: string | null | undefined

  constructor(clientId: string, surroundings: Pick<Surroundings, 'clock' | 'memory'>) {
    this.#project = clientId
    this.#surroundings = surroundings
  }

  /** Ms until there are units again; 0 where nothing is known against it. */
  async until(): Promise<number> {
    const { clock, memory } = this.#surroundings
    this.#said ??= await memory.get(KEY)
    return this.#said === this.#today ? untilUnits(clock.now()) : 0
  }

  /** YouTube says so; answers with ms until there are units again. */
  async is(): Promise<number> {
    const { clock, memory } = this.#surroundings
    this.#said = this.#today
    await memory.set(KEY, this.#said)
    return untilUnits(clock.now())
  }

  get #today(): string {
    return `${unitsDay(this.#surroundings.clock.now())} ${this.#project}`
  }
}
