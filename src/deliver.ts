import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import { Bell } from './bell.ts'
import type { Chat } from './chat/chat.ts'
import { type Leaving, perform } from './deliver/call.ts'
import { type Claimed, claim } from './deliver/claim.ts'
import { lookUp } from './deliver/look-up.ts'
import { Pace } from './deliver/pace.ts'
import { settle } from './deliver/settle.ts'
import { showFault } from './deliver/show-fault.ts'
import type { Act, Desk } from './desk/act.ts'
import type { Clock } from './model/clock.ts'
import type { NetworkName, Outcome } from './model/network.ts'
import type { Network } from './networks/network.ts'
import type { Store, Tx } from './store/database.ts'
import type { Delivery } from './store/outbox.ts'
import { conclude, nextReady, recover } from './store/outbox-worker.ts'
import { isDatabaseTrouble } from './store/trouble.ts'

export interface DeliverParts {
  store: Store
  desk: Desk
  clock: Clock
  log: Logger
  boot: string
  chats: ReadonlyMap<string, Chat>
  networks: ReadonlyMap<NetworkName, Network>
}

/** One delivery on its way, and how it ended. */
export interface Done {
  delivery: Delivery
  call: Leaving
  outcome: Outcome
  /** Whether our access to where it went is looked at (see probe). */
  probed?: boolean
}

/** At most so many calls at a time, and so many rows a transaction. */
const IN_FLIGHT = 128
const BATCH = 25
/** So long, in ms, what comes back is gathered. */
const GATHERED = 3
const IDLE = 1_000

/**
 * The one worker that writes to networks and chats. Each turn is one transaction: it settles what has come back and
 * claims what may leave, rendered as the store says at that moment; the calls then run side by side.
 */
export class Deliver {
  readonly bell = new Bell()
  readonly #parts: DeliverParts
  readonly #pace: Pace
  readonly #done: Done[] = []
  readonly #flying = new Map<Promise<void>, Delivery>()
  #looking: Promise<void> | null = null
  readonly #looked = new Map<number, number>()
  /** After a failure outcomes are settled one at a time, until the one that fails is found. */
  #careful = false
  #stopping = false
  #loop: Promise<void> = Promise.resolve()
  readonly #halt = new AbortController()

  constructor(parts: DeliverParts) {
    this.#parts = parts
    this.#pace = new Pace(parts.chats)
  }

  async start(): Promise<void> {
    const { store, clock, boot, log } = this.#parts
    const lost = await store.transaction((tx) => recover(tx, clock.steady(), boot))
    if (lost > 0) log.warn({ lost }, 'deliveries were interrupted; they are looked up before anything else happens')
    this.#loop = this.#run()
  }

  /** Claims nothing new, waits for what is in flight and settles it. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#halt.abort()
    this.bell.ring()
    await Promise.all([this.#loop, this.#looking])
    await Promise.all(this.#flying.keys())
    while (this.#done.length > 0) await this.#turn()
  }

  async #run(): Promise<void> {
    const { clock, log } = this.#parts
    while (!this.#stopping) {
      try {
        if (!(await this.#turn())) await this.bell.next(clock, await this.#quiet())
        await this.#gather()
      } catch (error) {
        log.error({ err: error }, 'the outbox could not be worked on; trying again')
        await clock.wait(IDLE, this.#halt.signal)
      }
    }
  }

  /** Calls come back one by one; a transaction for each would spend its time on commits. Real ms: no clock's meaning hangs on them. */
  async #gather(): Promise<void> {
    await turn()
    if (this.#flying.size > 0 && this.#done.length < BATCH) await pause(GATHERED)
  }

  /** Ms until something may leave, or be looked up, by itself. */
  async #quiet(): Promise<number> {
    const { clock, store } = this.#parts
    const steady = clock.steady()
    const ready = await store.db.transaction().execute((tx) => nextReady(tx, steady))
    const paced = this.#pace.next(steady)
    return Math.min(IDLE, ...[ready, paced].map((at) => (at === null ? IDLE : at - steady)))
  }

  /** One turn; true when there was something to do. */
  async #turn(): Promise<boolean> {
    const { store } = this.#parts
    const done = this.#done.splice(0, this.#careful ? 1 : BATCH)
    const room = this.#stopping || this.#careful ? 0 : Math.min(BATCH, IN_FLIGHT - this.#flying.size)
    let claimed: Claimed[] = []
    try {
      claimed = await store.db.transaction().execute(async (tx) => {
        const act = this.#act(tx)
        for (const it of done) {
          await settle(act, it)
          await this.#pace.learn(act, it.delivery, it.outcome)
        }
        if (room === 0) return []
        return claim(act, { ...this.#parts, pace: this.#pace, flying: [...this.#flying.values()], room })
      })
      if (this.#done.length === 0) this.#careful = false
    } catch (error) {
      await this.#isolate(done, error)
    }
    for (const { delivery, call } of claimed) if (call.kind !== 'nothing') this.#fly(delivery, call)
    this.#look()
    return done.length > 0 || claimed.length > 0
  }

  /** One outcome that cannot be settled must not hold up the others: they are taken one by one, that one goes to a person. */
  async #isolate(done: Done[], error: unknown): Promise<void> {
    const [alone] = done
    const trouble = isDatabaseTrouble(error)
    if (!alone || done.length > 1 || trouble) {
      this.#done.unshift(...done)
      this.#careful = done.length > 1 && !trouble
      throw error
    }
    this.#parts.log.error(
      { err: error, delivery: alone.delivery.id },
      'an outcome could not be settled; a person must look',
    )
    const { db } = this.#parts.store
    await db
      .transaction()
      .execute((tx) => conclude(tx, alone.delivery, { state: 'unknown', person: 1, reason: 'fault' }))
    await db.transaction().execute((tx) => showFault(this.#act(tx), alone.delivery, this.#parts.log))
  }

  #fly(delivery: Delivery, call: Leaving): void {
    const flight = perform(this.#parts, delivery, call).then((outcome) => {
      const probed = this.#parts.networks.get(delivery.to as NetworkName)?.probe !== undefined
      this.#done.push({ delivery, call, outcome, probed })
      this.#flying.delete(flight)
      this.bell.ring()
    })
    this.#flying.set(flight, delivery)
    this.#pace.left(delivery, this.#parts.clock.steady())
  }

  /** Unknown outcomes are looked up beside the turns: a network that answers slowly holds up nothing else. */
  #look(): void {
    if (this.#looking || this.#stopping) return
    const { log } = this.#parts
    this.#looking = lookUp(this.#parts, this.#looked)
      .then((looked) => {
        if (looked > 0) this.bell.ring()
      })
      .catch((error) => log.error({ err: error }, 'unknown outcomes could not be looked up; trying again'))
      .finally(() => {
        this.#looking = null
      })
  }

  #act(tx: Tx): Act {
    const { desk, clock } = this.#parts
    return { ...desk, tx, now: clock.now(), steady: clock.steady(), by: null }
  }
}
