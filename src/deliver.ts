import type { Logger } from 'pino'
import { Bell } from './bell.ts'
import type { Chat } from './chat/chat.ts'
import { type Call, callOf, perform } from './deliver/call.ts'
import { lookUp } from './deliver/look-up.ts'
import { settle } from './deliver/settle.ts'
import type { Act, Desk } from './desk/act.ts'
import type { Clock } from './model/clock.ts'
import type { NetworkName, Outcome } from './model/network.ts'
import type { Network } from './networks/network.ts'
import type { Store, Tx } from './store/database.ts'
import type { Delivery } from './store/outbox.ts'
import { claimReady, conclude, nextReady, recover } from './store/outbox-worker.ts'
import { pausedRates } from './store/rates.ts'
import { isPaused } from './store/settings.ts'

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
  call: Call
  outcome: Outcome
}

/** At most so many calls at a time, and so many rows a transaction. */
const IN_FLIGHT = 64
const BATCH = 50
const IDLE = 1_000

/**
 * The one worker that writes to networks and chats. Each turn is one transaction: it settles what has come back and
 * claims what may leave, rendered as the store says at that moment; the calls then run side by side.
 */
export class Deliver {
  readonly bell = new Bell()
  readonly #parts: DeliverParts
  readonly #done: Done[] = []
  readonly #flying = new Set<Promise<void>>()
  #stopping = false
  #loop: Promise<void> = Promise.resolve()
  readonly #halt = new AbortController()

  constructor(parts: DeliverParts) {
    this.#parts = parts
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
    await this.#loop
    await Promise.all(this.#flying)
    await this.#turn()
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      try {
        if (!(await this.#turn())) await this.bell.next(this.#parts.clock, await this.#quiet())
      } catch (error) {
        this.#parts.log.error({ err: error }, 'the outbox could not be worked on; trying again')
        await this.#parts.clock.wait(IDLE, this.#halt.signal)
      }
    }
  }

  /** Ms until something may leave by itself. */
  async #quiet(): Promise<number> {
    const { clock, store } = this.#parts
    const at = await store.db.transaction().execute(nextReady)
    return at === null ? IDLE : Math.min(IDLE, Math.max(1, at - clock.steady()))
  }

  /** One turn; true when there was something to do. */
  async #turn(): Promise<boolean> {
    const { store, clock } = this.#parts
    const done = this.#done.splice(0, BATCH)
    const room = this.#stopping ? 0 : Math.min(BATCH, IN_FLIGHT - this.#flying.size)
    if (done.length === 0 && room === 0) return false
    let started: { delivery: Delivery; call: Call }[] = []
    try {
      started = await store.db.transaction().execute(async (tx) => {
        const act = this.#act(tx)
        for (const it of done) await settle(act, it)
        return room > 0 ? this.#claim(act, room) : []
      })
    } catch (error) {
      this.#done.unshift(...done)
      throw error
    }
    for (const it of started) this.#fly(it.delivery, it.call)
    const looked = this.#stopping ? 0 : await lookUp(this.#parts, clock.steady())
    return done.length > 0 || started.length > 0 || looked > 0
  }

  async #claim(act: Act, room: number): Promise<{ delivery: Delivery; call: Call }[]> {
    const { tx, now, steady } = act
    const networksPaused = await isPaused(tx)
    const rows = await claimReady(tx, {
      now,
      steady,
      boot: this.#parts.boot,
      limit: room,
      networksPaused,
      pausedRates: await pausedRates(tx, steady),
    })
    const ready: { delivery: Delivery; call: Call }[] = []
    for (const delivery of rows) {
      const call = await callOf(act, delivery)
      if (call.kind === 'nothing')
        await conclude(tx, delivery, { state: call.state, reason: call.reason, settled_at: now })
      else ready.push({ delivery, call })
    }
    return ready
  }

  #fly(delivery: Delivery, call: Call): void {
    const flight = perform(this.#parts, delivery, call).then((outcome) => {
      this.#done.push({ delivery, call, outcome })
      this.#flying.delete(flight)
      this.bell.ring()
    })
    this.#flying.add(flight)
  }

  #act(tx: Tx): Act {
    const { desk, clock } = this.#parts
    return { ...desk, tx, now: clock.now(), steady: clock.steady(), by: null }
  }
}
