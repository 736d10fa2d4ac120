import type { Logger } from 'pino'
import { z } from 'zod'
import { type Clock, MINUTE, SECOND } from '../../../model/clock.ts'
import type { Memory, Premises } from '../../chat.ts'
import type { Api, Directory } from '../parts.ts'
import { unheardIn } from './unheard.ts'

/** Under which an adapter remembers the moment of the newest message that it took. */
const KEY = 'slack:heard'
/** Written down at most so often; what was heard since is only looked at once more. */
const NOTED = 10 * SECOND
/** Slack brings an event again for six minutes: what is older than this may have come in any order. */
const OVERLAP = 10 * MINUTE
const AGAIN = MINUTE

const SELF = z.object({ user_id: z.string() })

interface CatchUpParts {
  api: Api
  directory: Directory
  premises(): Premises | null
  memory: Memory
  clock: Clock
  log: Logger
  /** Passes a message on as if Slack had just brought it; one that was taken before changes nothing. */
  take(body: object): Promise<unknown>
}

/**
 * Slack brings an event three times in six minutes and then no more. What people wrote in the station's channels while
 * it was away for longer is read up once it is back, so that nobody types in vain.
 */
export class CatchUp {
  readonly #parts: CatchUpParts
  #newest = 0
  #noted = 0
  /** Since when something may not have been heard, UTC ms. */
  #since = 0

  constructor(parts: CatchUpParts) {
    this.#parts = parts
  }

  /** A message of that moment (UTC ms) was taken. */
  async heard(at: number): Promise<void> {
    this.#newest = Math.max(this.#newest, at)
    if (this.#newest - this.#noted < NOTED) return
    this.#noted = this.#newest
    await this.#parts.memory.set(KEY, String(this.#newest))
  }

  /** Takes up where the last process left off; before the first one nobody wrote anything for us. */
  async begin(): Promise<void> {
    const { memory, clock } = this.#parts
    const known = Number((await memory.get(KEY)) ?? Number.NaN)
    if (Number.isFinite(known)) this.#newest = known
    else await this.heard(clock.now())
    this.isAway()
  }

  /** Nothing is heard from now on. */
  isAway(): void {
    this.#since = this.#newest - OVERLAP
  }

  /** Reads up what was written while we were away; where Slack does not give it, again and again. Never throws. */
  async isBack(signal: AbortSignal): Promise<void> {
    const { clock, log } = this.#parts
    const since = this.#since
    while (!signal.aborted) {
      try {
        return await this.#readUp(since, signal)
      } catch (error) {
        log.warn({ err: error }, 'slack: what was written meanwhile could not be read; trying again')
        await clock.wait(AGAIN, signal)
      }
    }
  }

  async #readUp(since: number, signal: AbortSignal): Promise<void> {
    const { api, directory, premises, clock, log, take } = this.#parts
    const reply = await api.call('auth.test', {})
    const { user_id: self } = SELF.parse(reply.kind === 'ok' ? reply.body : {})
    let found = 0
    for (const { name } of premises()?.channels ?? []) {
      const channel = directory.idOf(name)
      if (channel === null || signal.aborted) continue
      for (const message of await unheardIn({ api, clock, signal }, channel, since)) {
        found += 1
        await take({
          type: 'event_callback',
          event_id: `caught up ${channel} ${message.ts}`,
          event: { ...message, type: 'message', channel, channel_type: 'channel' },
          authorizations: [{ user_id: self, is_bot: true }],
        })
      }
    }
    log.info({ found, since }, 'slack: read up what was written meanwhile')
  }
}
