import { isDenied } from '../desk/access-trouble.ts'
import { alarm } from '../desk/thread.ts'
import { MINUTE, SECOND } from '../model/clock.ts'
import { NETWORK_LABEL } from '../model/network.ts'
import type { Network } from '../networks/network.ts'
import { keepSourceStanding, type SourceStanding, sourceStandings } from '../store/source-states.ts'
import { isDatabaseTrouble } from '../store/trouble.ts'
import { actOf, type TakingParts } from './parts.ts'
import { isBudget, saidOf } from './pauses.ts'

/** Failing for so long raises the alarm; it resumes by itself. What only a person can mend raises it at once. */
const ALARM_AFTER = MINUTE
const NEEDS_A_PERSON: readonly string[] = ['auth', 'account']
/** How it goes is written down at most so often while nothing is the matter. */
const WRITTEN_EVERY = 5 * SECOND

/** A source that fails: since when (steady ms), why, and when it last did so (UTC ms). */
interface Failing {
  since: number
  code: string
  at: number
}

/**
 * How reading a network goes, over all its sources: however many of them fail, there is one alarm, and one word when
 * all of them can be read again. What the team was told outlives the process. Where our access can be looked at, what
 * is denied for want of it is told by whoever does that (see probe), for it also shows where we write.
 */
export class NetworkWatch {
  readonly #parts: TakingParts
  readonly #network: Network
  readonly #failing = new Map<string, Failing>()
  readonly #saving = new Set<string>()
  readonly #behind = new Map<string, number>()
  #lastPoll: number | null = null
  /** The code that the team was told; null while it takes the network to be well. */
  #told: string | null = null
  #loaded: Promise<void> | null = null
  #written: { at: number; as: string } = { at: Number.NEGATIVE_INFINITY, as: '' }

  readonly #sources: readonly string[]

  /** @param sources what is read of it, by name */
  constructor(parts: TakingParts, network: Network, sources: readonly string[]) {
    this.#parts = parts
    this.#network = network
    this.#sources = sources
  }

  /** What the team was told by the process before this one; then each source has to be read once before all is well. */
  #load(): Promise<void> {
    const { store, clock } = this.#parts
    this.#loaded ??= store
      .transaction((tx) => sourceStandings(tx, 0))
      .then((all) => {
        const { told = null, lastPoll = null } = all.get(this.#network.name) ?? {}
        this.#told = told
        this.#lastPoll = lastPoll
        if (told === null) return
        const failing = { since: clock.steady(), code: told, at: clock.now() }
        for (const it of this.#sources) this.#failing.set(it, failing)
      })
      .catch((error) => {
        this.#loaded = null
        throw error
      })
    return this.#loaded
  }

  /** A source was read. `behind`: when the newest that came in was written, where more waits; else null. */
  async well(source: string, behind: number | null): Promise<void> {
    await this.#load()
    this.#failing.delete(source)
    this.#saving.delete(source)
    if (behind === null) this.#behind.delete(source)
    else this.#behind.set(source, behind)
    this.#lastPoll = this.#parts.clock.now()
    await this.#show()
  }

  /** A source could not be read. Never throws: whoever tells it goes on trying. */
  async failed(source: string, error: unknown): Promise<void> {
    try {
      await this.#load()
      if (isDatabaseTrouble(error)) return
      if (isBudget(error)) {
        this.#failing.delete(source)
        this.#saving.add(source)
      } else {
        this.#saving.delete(source)
        this.#fails(source, saidOf(error).code ?? 'unclear')
      }
      await this.#show()
    } catch (trouble) {
      const { log } = this.#parts
      log.error({ err: trouble, network: this.#network.name }, 'an alarm could not be raised; trying again')
    }
  }

  #fails(source: string, code: string): void {
    const { clock } = this.#parts
    const known = this.#failing.get(source)
    const goesOn = known !== undefined && this.#isLeft(known.code) === this.#isLeft(code)
    this.#failing.set(source, { since: goesOn ? known.since : clock.steady(), code, at: clock.now() })
  }

  /** Whether the word about it is left to whoever looks at our access. */
  #isLeft(code: string): boolean {
    return this.#network.probe !== undefined && isDenied(code)
  }

  /** Raises the alarm or takes it back where that is due, and writes down how it goes, in one transaction. */
  async #show(): Promise<void> {
    const { store, clock } = this.#parts
    const before = this.#told
    const told = this.#tells()
    const standing = this.#standing(told)
    const as = JSON.stringify({ ...standing, lastPoll: null, behind: standing.behind !== null })
    if (as === this.#written.as && clock.steady() - this.#written.at < WRITTEN_EVERY) return
    const written = this.#written
    // Before the transaction: another source of this network may fail while it is under way.
    this.#told = told
    this.#written = { at: clock.steady(), as }
    try {
      await store.transaction(async (tx) => {
        const act = actOf(this.#parts, tx)
        await keepSourceStanding(act, this.#network.name, standing)
        if (told === before) return
        await alarm(act, act.station.channels.alarms, `poll:${this.#network.name}`, {
          notice: told === null ? 'poll-back' : 'poll-failed',
          facts: { network: NETWORK_LABEL[this.#network.name], ...(told !== null && { why: told }) },
        })
      })
    } catch (error) {
      this.#told = before
      this.#written = written
      throw error
    }
  }

  /** What the team has to know now: a code, or null where all is well. */
  #tells(): string | null {
    const failing = [...this.#failing.values()]
    const ours = failing.filter(({ code }) => !this.#isLeft(code))
    const person = ours.find(({ code }) => NEEDS_A_PERSON.includes(code))
    if (this.#told !== null && NEEDS_A_PERSON.includes(this.#told)) {
      if (failing.length > 0 || this.#saving.size > 0) return this.#told
      return null
    }
    if (person) return person.code
    if (this.#told !== null) return failing.length > 0 || this.#saving.size > 0 ? this.#told : null
    const steady = this.#parts.clock.steady()
    return ours.find(({ since }) => steady - since >= ALARM_AFTER)?.code ?? null
  }

  #standing(told: string | null): SourceStanding {
    const behind = [...this.#behind.values()]
    const failing = [...this.#failing.values()]
    const denied = failing.filter(({ code }) => isDenied(code))
    return {
      lastPoll: this.#lastPoll,
      behind: behind.length === 0 ? null : Math.min(...behind),
      error: (denied[0] ?? failing[0])?.code ?? null,
      ...(denied.length > 0 && { denied: Math.max(...denied.map(({ at }) => at)) }),
      saving: this.#saving.size > 0,
      told,
    }
  }
}
