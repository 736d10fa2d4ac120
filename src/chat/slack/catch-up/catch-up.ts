import type { Logger } from 'pino'
import { z } from 'zod'
import { type Clock, MINUTE, SECOND } from '../../../model/clock.ts'
import type { Memory, Premises } from '../../chat.ts'
import type { Api, Directory } from '../parts.ts'
import { NotGiven, type Written } from './pages.ts'
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

/** Slack's words for a channel that is not there for us. */
const OUTSIDE = new Set(['channel_not_found', 'not_in_channel'])

const SELF = z.object({ user_id: z.string() })

interface CatchUpParts {
  api: Api
  directory: Directory
  premises(): Premises | null
  memory: Memory
  clock: Clock
  log: Logger
  /** Passes a message on as if Slack had just brought it; one that was taken before changes nothing. False where it could not be stored. */
  take(body: object): Promise<boolean>
}

/**
 * What people wrote in the station's channels while it was away for longer than Slack tries to bring it is read up once
 * it is back, so that nobody types in vain.
 */
export class CatchUp {
  readonly #parts: CatchUpParts
  /** Since when nothing is heard, UTC ms; null while everything is. */
  #away: number | null = null
  /** How many absences are being read up: until that is done, not everything is heard. */
  #reading = 0

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
    this.#reading += 1
    while (!signal.aborted) {
      try {
        await this.#readUp(away - OVERLAP, signal)
        break
      } catch (error) {
        log.warn({ err: error }, 'slack: what was written meanwhile could not be read; trying again')
        await clock.wait(AGAIN, signal)
      }
    }
    this.#reading -= 1
  }

  /** Writes down now and then that everything is heard. */
  async keep(signal: AbortSignal): Promise<void> {
    const { memory, clock, log } = this.#parts
    while (!signal.aborted) {
      if (this.#away === null && this.#reading === 0)
        await memory
          .set(KEY, String(clock.now()))
          .catch((error) => log.warn({ err: error }, 'slack: until when it was listened to could not be written down'))
      await clock.wait(NOTED, signal)
    }
  }

  async #readUp(since: number, signal: AbortSignal): Promise<void> {
    const { api, directory, premises, log, take } = this.#parts
    const reply = await api.call('auth.test', {})
    const { user_id: self } = SELF.parse(reply.kind === 'ok' ? reply.body : {})
    let found = 0
    for (const { name } of premises()?.channels ?? []) {
      const channel = directory.idOf(name)
      if (channel === null || signal.aborted) continue
      for (const message of await this.#unheard(channel, since, self, signal)) {
        found += 1
        const kept = await take({
          type: 'event_callback',
          event_id: `caught up ${channel} ${message.ts}`,
          event: { ...message, type: 'message', channel, channel_type: 'channel' },
          authorizations: [{ user_id: self, is_bot: true }],
        })
        if (!kept) throw new Error('what was read up could not be stored')
      }
    }
    log.info({ found, since }, 'slack: read up what was written meanwhile')
  }

  /** A channel that we are out of keeps what is in it; the others do not wait for that. */
  async #unheard(channel: string, since: number, self: string, signal: AbortSignal): Promise<Written[]> {
    const { api, clock, log } = this.#parts
    try {
      return await unheardIn({ api, clock, signal, self }, channel, since)
    } catch (error) {
      if (!(error instanceof NotGiven) || !OUTSIDE.has(error.message)) throw error
      log.warn({ channel, reason: error.message }, 'slack: what was written meanwhile in a channel cannot be read')
      return []
    }
  }
}
