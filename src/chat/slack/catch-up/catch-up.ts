import type { Logger } from 'pino'
import { z } from 'zod'
import { type Clock, MINUTE, SECOND } from '../../../model/clock.ts'
import type { Memory, Premises } from '../../chat.ts'
import type { Api, Directory } from '../parts.ts'
import { unheardIn } from './unheard.ts'

/** Under which the adapter remembers until when it listened, UTC ms. */
const KEY = 'slack:heard'
const NOTED = 30 * SECOND
/**
 * Slack brings an event at once, after a minute and after five (docs.slack.dev/apis/events-api): whoever is back sooner has
 * missed nothing.
 */
const BROUGHT = 4 * MINUTE
/** What was written just before may have been on its way still; and two clocks differ. */
const OVERLAP = 6 * MINUTE
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
 * What people wrote in the station's channels while it was away for longer than Slack tries to bring it is read up once
 * it is back, so that nobody types in vain.
 */
export class CatchUp {
  readonly #parts: CatchUpParts
  /** Since when nothing is heard, UTC ms; null while everything is. */
  #away: number | null = null

  constructor(parts: CatchUpParts) {
    this.#parts = parts
  }

  /** Takes up where the last process left off; before the first one nobody wrote anything for us. */
  async begin(): Promise<void> {
    const { memory, clock } = this.#parts
    const known = Number((await memory.get(KEY)) ?? Number.NaN)
    this.#away = Number.isFinite(known) ? known : clock.now()
  }

  /** Nothing is heard from now on. */
  isAway(): void {
    this.#away ??= this.#parts.clock.now()
  }

  /** Reads up what was missed; where Slack does not give it, again and again. Never throws. */
  async isBack(signal: AbortSignal): Promise<void> {
    const { clock, log } = this.#parts
    const away = this.#away
    this.#away = null
    if (away === null || clock.now() - away < BROUGHT) return
    while (!signal.aborted) {
      try {
        return await this.#readUp(away - OVERLAP, signal)
      } catch (error) {
        log.warn({ err: error }, 'slack: what was written meanwhile could not be read; trying again')
        await clock.wait(AGAIN, signal)
      }
    }
  }

  /** Writes down now and then that everything is heard. */
  async keep(signal: AbortSignal): Promise<void> {
    const { memory, clock, log } = this.#parts
    while (!signal.aborted) {
      if (this.#away === null)
        await memory
          .set(KEY, String(clock.now()))
          .catch((error) => log.warn({ err: error }, 'slack: until when it was listened to could not be written down'))
      await clock.wait(NOTED, signal)
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
      for (const message of await unheardIn({ api, clock, signal, self }, channel, since)) {
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
