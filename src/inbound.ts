import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Act, Desk } from './desk/act.ts'
import { type Page, receive } from './desk/receive.ts'
import { setAside } from './desk/set-aside.ts'
import { alarm } from './desk/thread.ts'
import { type Clock, MINUTE, SECOND } from './model/clock.ts'
import { NETWORK_LABEL } from './model/network.ts'
import type { Network, Source } from './networks/network.ts'
import type { Store, Tx } from './store/database.ts'
import { isDatabaseTrouble } from './store/trouble.ts'

export interface InboundParts {
  store: Store
  desk: Desk
  clock: Clock
  log: Logger
  networks: Iterable<Network>
}

/** How reading a source goes, for /station and /healthz. */
export interface SourceState {
  network: string
  account: string
  source: string
  live: boolean
  /** Wall-clock ms of the last page that came in whole; null: none yet. */
  lastPoll: number | null
  error: string | null
  failures: number
}

/** Failing for so long raises one alarm; it resumes by itself. */
const ALARM_AFTER = MINUTE
const LONGEST_PAUSE = MINUTE

/** Reads every source of every network, page by page; a page and its cursor are one transaction. */
export class Inbound {
  readonly states: SourceState[] = []
  readonly #parts: InboundParts
  readonly #halt = new AbortController()
  #loops: Promise<void>[] = []

  constructor(parts: InboundParts) {
    this.#parts = parts
  }

  start(): void {
    for (const network of this.#parts.networks)
      for (const source of network.sources()) {
        const state: SourceState = {
          network: network.name,
          account: network.account,
          source: source.name,
          live: network.live,
          lastPoll: null,
          error: null,
          failures: 0,
        }
        this.states.push(state)
        this.#loops.push(this.#read(network, source, state))
      }
  }

  async stop(): Promise<void> {
    this.#halt.abort()
    await Promise.all(this.#loops)
  }

  async #read(network: Network, source: Source, state: SourceState): Promise<void> {
    const { signal } = this.#halt
    const { clock, log } = this.#parts
    let failingSince: number | null = null
    let alarmed = false
    while (!signal.aborted) {
      try {
        const more = await this.#page(network, source, signal)
        await turn()
        if (alarmed) await this.#tell('poll-back', network)
        Object.assign(state, { lastPoll: clock.now(), error: null, failures: 0 })
        failingSince = null
        alarmed = false
        if (!more && source.every > 0) await clock.wait(source.every, signal)
      } catch (error) {
        if (signal.aborted) return
        state.failures++
        state.error = error instanceof Error ? error.message : 'unknown'
        failingSince ??= clock.steady()
        log.warn({ err: error, network: network.name, source: source.name }, 'a source could not be read; trying again')
        if (!alarmed && clock.steady() - failingSince >= ALARM_AFTER) alarmed = await this.#raise(network, error)
        await clock.wait(pauseAfter(error, state.failures), signal)
      }
    }
  }

  /** The one alarm about a source that fails; false where it could not be raised, or the fault is not the network's. */
  async #raise(network: Network, error: unknown): Promise<boolean> {
    if (isDatabaseTrouble(error)) return false
    try {
      await this.#tell('poll-failed', network, said(error).code)
      return true
    } catch (trouble) {
      this.#parts.log.error({ err: trouble, network: network.name }, 'an alarm could not be raised; trying again')
      return false
    }
  }

  async #page(network: Network, source: Source, signal: AbortSignal): Promise<boolean> {
    const { store } = this.#parts
    const key = { network: network.name, account: network.account, source: source.name }
    const kept = await store.db
      .selectFrom('source_cursor')
      .select('cursor')
      .where('network', '=', key.network)
      .where('account', '=', key.account)
      .where('source', '=', key.source)
      .executeTakeFirst()
    const page = await source.fetch(kept?.cursor ?? null, signal)
    if (page.changes.length === 0 && page.cursor === kept?.cursor) return page.more
    await this.#takeIn({ ...key, changes: page.changes, cursor: page.cursor })
    return page.more
  }

  /** A page in one transaction; where that fails, its changes one by one, and the one that fails is set aside. */
  async #takeIn(page: Page): Promise<void> {
    const { store, clock, desk, log } = this.#parts
    const act = (tx: Tx): Act => ({ ...desk, tx, now: clock.now(), steady: clock.steady(), by: null })
    try {
      await store.transaction((tx) => receive(act(tx), page))
    } catch (error) {
      if (isDatabaseTrouble(error)) throw error
      for (const change of page.changes) {
        const alone = { ...page, changes: [change], cursor: null }
        try {
          await store.transaction((tx) => receive(act(tx), alone))
        } catch (fault) {
          if (isDatabaseTrouble(fault)) throw fault
          log.error(
            { err: fault, network: page.network, id: change.id },
            'a message could not be taken in; it is kept aside',
          )
          const why = fault instanceof Error ? fault.message : String(fault)
          await store.transaction((tx) => setAside(act(tx), page, change, why))
        }
      }
      await store.transaction((tx) => receive(act(tx), { ...page, changes: [] }))
    }
  }

  async #tell(notice: 'poll-failed' | 'poll-back', network: Network, why?: string): Promise<void> {
    const { store, clock, desk } = this.#parts
    const now = clock.now()
    const steady = clock.steady()
    await store.transaction((tx) =>
      alarm({ ...desk, tx, now, steady, by: null }, desk.station.channels.alarms, `poll:${network.name}`, {
        notice,
        facts: { network: NETWORK_LABEL[network.name], ...(why && { why }) },
      }),
    )
  }
}

/** What a network says of its failure beside the message: a code such as `auth`, and how long to leave it alone, in ms. */
const said = (error: unknown): { code?: string; after?: number | null } =>
  typeof error === 'object' && error !== null ? error : {}

/** Doubling from a second to a minute; longer where the network asks for it. */
const pauseAfter = (error: unknown, failures: number): number =>
  Math.max(said(error).after ?? 0, Math.min(LONGEST_PAUSE, SECOND * 2 ** Math.min(failures - 1, 6)))
