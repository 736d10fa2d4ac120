import type { Logger } from 'pino'
import { settleAccess, settleDenials } from './desk/access.ts'
import { denials } from './desk/access-trouble.ts'
import type { Act, Desk } from './desk/act.ts'
import { type Clock, MINUTE, SECOND } from './model/clock.ts'
import { Denials } from './model/denials.ts'
import { addDays, dateAt, instantOf } from './model/local-time.ts'
import type { Network } from './networks/network.ts'
import type { Store, Tx } from './store/database.ts'

export interface ProbeParts {
  store: Store
  desk: Desk
  clock: Clock
  log: Logger
  networks: Iterable<Network>
}

/** By the station's clock: before the first programme, while there is time to mend it. */
const DAILY = '06:30'
/** A network that could not say how our access is, is asked again after so long. */
const AGAIN = 10 * MINUTE
/** How often is looked whether calls have begun or ceased to be denied. */
const LOOK = 15 * SECOND

interface Watch {
  network: Network
  /** Wall-clock ms. */
  due: number
  calls: Denials
}

/**
 * Asks each network how our access to it is: at start, every morning, and when its calls begin or cease to be denied.
 * The word about denied calls to these networks is this worker's alone, so that one trouble is told once.
 */
export class Probes {
  readonly #parts: ProbeParts
  readonly #halt = new AbortController()
  readonly #watches: Watch[]
  #loop: Promise<void> = Promise.resolve()

  constructor(parts: ProbeParts) {
    this.#parts = parts
    this.#watches = [...parts.networks]
      .filter((network) => network.probe)
      .map((network) => ({ network, due: 0, calls: new Denials() }))
  }

  start(): void {
    if (this.#watches.length > 0) this.#loop = this.#run()
  }

  async stop(): Promise<void> {
    this.#halt.abort()
    await this.#loop
  }

  async #run(): Promise<void> {
    const { clock, log } = this.#parts
    while (!this.#halt.signal.aborted) {
      try {
        await this.#look()
      } catch (error) {
        log.error({ err: error }, 'our access to the networks could not be looked at; trying again')
      }
      await clock.wait(LOOK, this.#halt.signal)
    }
  }

  async #look(): Promise<void> {
    const { store, clock } = this.#parts
    const denied = await store.db.transaction().execute((tx) => denials(this.#act(tx)))
    for (const watch of this.#watches) {
      if (watch.calls.look(denied.get(watch.network.name) ?? [], clock.steady())) watch.due = clock.now()
      await this.#speak(watch)
    }
    const due = this.#watches.filter((watch) => clock.now() >= watch.due)
    await Promise.all(due.map((watch) => this.#probe(watch)))
  }

  async #speak({ network, calls }: Watch): Promise<void> {
    const { store, clock } = this.#parts
    const lasting = calls.lasting(clock.steady())
    const over = await store.transaction((tx) => settleDenials(this.#act(tx), network.name, lasting))
    if (over) calls.well()
  }

  async #probe(watch: Watch): Promise<void> {
    const { store, clock, log, desk } = this.#parts
    const { network } = watch
    watch.due = clock.now() + AGAIN
    const found = await network.probe?.(this.#halt.signal)
    if (!found || this.#halt.signal.aborted) return
    if (found.status !== 'unknown') watch.due = nextMorning(clock.now(), desk.station.zone)
    log.info({ network: network.name, access: found.status }, 'our access was looked at')
    await store.transaction((tx) => settleAccess(this.#act(tx), network.name, found))
    if (found.status === 'ok') watch.calls.well()
  }

  #act(tx: Tx): Act {
    const { desk, clock } = this.#parts
    return { ...desk, tx, now: clock.now(), steady: clock.steady(), by: null }
  }
}

/** UTC ms. */
function nextMorning(now: number, zone: string): number {
  const today = dateAt(now, zone)
  const at = instantOf(`${today}T${DAILY}`, zone)
  return at > now ? at : instantOf(`${addDays(today, 1)}T${DAILY}`, zone)
}
