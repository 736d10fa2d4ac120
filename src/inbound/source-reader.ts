import { setImmediate as turn } from 'node:timers/promises'
import type { Network, Reading, Source } from '../networks/network.ts'
import type { NetworkWatch } from './network-watch.ts'
import type { TakingParts } from './parts.ts'
import { bounded, isBudget, pauseAfter } from './pauses.ts'
import { takeIn } from './take-in.ts'

/** How reading a source goes, for /healthz. */
export interface SourceState {
  network: string
  account: string
  source: string
  live: boolean
  /** Wall-clock ms of the last page that came in whole; null: none yet. */
  lastPoll: number | null
  /** Ms that what came in last is behind, while the network says that there is more; else 0. */
  readonly lag: number
  /** How long it is left alone until the next look, in ms. */
  pause: number
  /** True while our own budget keeps it from being read. */
  saving: boolean
  error: string | null
  failures: number
}

/** Reads one source of a network, page by page, for as long as the station is on the air. */
export class SourceReader implements SourceState {
  readonly network: string
  readonly account: string
  readonly source: string
  readonly live: boolean
  lastPoll: number | null = null
  pause = 0
  saving = false
  error: string | null = null
  failures = 0
  /** When the newest of what came in was written, UTC ms; null while nothing more waits there. */
  #behind: number | null = null
  readonly #parts: TakingParts
  readonly #of: Network
  readonly #source: Source
  readonly #watch: NetworkWatch

  constructor(parts: TakingParts, network: Network, source: Source, watch: NetworkWatch) {
    this.#parts = parts
    this.#of = network
    this.#source = source
    this.#watch = watch
    this.network = network.name
    this.account = network.account
    this.source = source.name
    this.live = network.live
  }

  get lag(): number {
    return this.#behind === null ? 0 : Math.max(0, this.#parts.clock.now() - this.#behind)
  }

  async run(signal: AbortSignal): Promise<void> {
    const { clock, log } = this.#parts
    while (!signal.aborted) {
      try {
        const page = await this.#page(signal)
        await turn()
        await this.#watch.well(this.source, this.#behind)
        const pause = bounded(page.after ?? (page.more ? 0 : this.#source.every))
        Object.assign(this, { lastPoll: clock.now(), error: null, failures: 0, saving: false, pause })
        if (pause > 0) await clock.wait(pause, signal)
      } catch (error) {
        if (signal.aborted) return
        this.#fail(error)
        const said = { network: this.network, source: this.source }
        if (this.saving) log.info(said, 'a source is not read while its budget is used up')
        else log.warn({ ...said, err: error }, 'a source could not be read; trying again')
        await this.#watch.failed(this.source, error)
        await clock.wait(this.pause, signal)
      }
    }
  }

  #fail(error: unknown): void {
    this.saving = isBudget(error)
    this.failures = this.saving ? 0 : this.failures + 1
    this.error = this.saving ? null : error instanceof Error ? error.message : 'unknown'
    this.pause = pauseAfter(error, this.failures)
  }

  async #page(signal: AbortSignal): Promise<Reading> {
    const cursor = await this.#cursor()
    const page = await this.#source.fetch(cursor, signal)
    if (page.changes.length > 0 || page.cursor !== cursor || page.gap)
      await takeIn(this.#parts, {
        network: this.#of.name,
        account: this.account,
        source: this.source,
        changes: page.changes,
        cursor: page.cursor,
        ...(page.gap && { gap: page.gap }),
      })
    const newest = page.changes.reduce<number | null>((at, change) => Math.max(at ?? change.at, change.at), null)
    this.#behind = page.more ? (newest ?? this.#behind) : null
    return page
  }

  async #cursor(): Promise<string | null> {
    const kept = await this.#parts.store.db
      .selectFrom('source_cursor')
      .select('cursor')
      .where('network', '=', this.#of.name)
      .where('account', '=', this.account)
      .where('source', '=', this.source)
      .executeTakeFirst()
    return kept?.cursor ?? null
  }
}
