import { setImmediate as turn } from 'node:timers/promises'
import { Bell } from '../bell.ts'
import { alarm } from '../desk/thread.ts'
import { MINUTE } from '../model/clock.ts'
import { NETWORK_LABEL } from '../model/network.ts'
import type { Hook, Network } from '../networks/network.ts'
import { hookFailed, hookHandled, nextHook, type StoredHook } from '../store/hooks.ts'
import { isDatabaseTrouble } from '../store/trouble.ts'
import { actOf, type TakingParts } from './parts.ts'
import { pauseAfter } from './pauses.ts'
import { takeIn } from './take-in.ts'

/** What came in while a ring was missed would be seen so long after, in ms. */
const LOOK_EVERY = MINUTE
/** After so many tries a body that cannot be read is put before a person. */
const TRIES = 5

/** Takes in what one network pushed, in the order in which it came; a restart goes on where the last process ended. */
export class HookDrain {
  readonly bell = new Bell()
  readonly #parts: TakingParts
  readonly #network: Network
  readonly #hook: Hook

  constructor(parts: TakingParts, network: Network, hook: Hook) {
    this.#parts = parts
    this.#network = network
    this.#hook = hook
  }

  async run(signal: AbortSignal): Promise<void> {
    const { store, clock, log } = this.#parts
    const { name } = this.#network
    let failures = 0
    while (!signal.aborted) {
      try {
        const next = await store.transaction((tx) => nextHook(tx, name))
        if (next) await this.#take(next, signal)
        else await this.bell.next(clock, LOOK_EVERY)
        failures = 0
        await turn()
      } catch (error) {
        if (signal.aborted) return
        failures++
        log.warn({ err: error, network: name }, 'what was pushed to us could not be taken in; trying again')
        await clock.wait(pauseAfter(error, failures), signal)
      }
    }
  }

  async #take(stored: StoredHook, signal: AbortSignal): Promise<void> {
    const { name, account } = this.#network
    const changes = await this.#read(stored, signal)
    if (changes === null) return
    await takeIn(this.#parts, { network: name, account, source: 'webhook', changes, cursor: null }, (act) =>
      hookHandled(act, stored.id),
    )
  }

  /** What it says; null where that is put before a person. Throws where it is to be tried again. */
  async #read(stored: StoredHook, signal: AbortSignal) {
    try {
      return await this.#hook.read(stored.body, signal)
    } catch (error) {
      if (signal.aborted || isDatabaseTrouble(error)) throw error
      const isUnreadable = !(error instanceof Error && error.name === 'SourceFailed')
      if (isUnreadable && stored.attempts + 1 >= TRIES) {
        await this.#setAside(stored, error)
        return null
      }
      await this.#parts.store.transaction((tx) => hookFailed(tx, stored.id))
      throw error
    }
  }

  /** It is kept whole, whatever is the matter with it; what it says may have to be seen to by hand. */
  async #setAside({ id, body }: StoredHook, error: unknown): Promise<void> {
    const { store, log } = this.#parts
    const { name, account } = this.#network
    log.error({ err: error, network: name, id }, 'what was pushed to us cannot be read; it is kept aside')
    await store.transaction(async (tx) => {
      const act = actOf(this.#parts, tx)
      const reason = error instanceof Error ? error.message : String(error)
      await tx
        .insertInto('set_aside')
        .values({ network: name, account, external_id: `webhook:${id}`, change: body, reason, at: act.now })
        .onConflict((it) => it.doNothing())
        .execute()
      await hookHandled(act, id)
      await alarm(act, act.station.channels.alarms, `hook:${name}`, {
        notice: 'hook-aside',
        facts: { network: NETWORK_LABEL[name] },
      })
    })
  }
}
