import type { Logger } from 'pino'
import { type Clock, MINUTE, SECOND } from '../../model/clock.ts'
import type { Premises } from '../chat.ts'
import { allChannels } from './channels.ts'
import { type ChannelDirectory, slackName } from './directory.ts'
import { type Blocked, enter } from './enter.ts'
import type { TellTrouble } from './health.ts'
import type { Api } from './parts.ts'
import { Told } from './told.ts'
import { describe } from './topic.ts'

/** How often is looked whether there is something to make up for, and how often what a person must do is tried again. */
const LOOK = 15 * SECOND
const AGAIN = 5 * MINUTE

type Wanted = Premises['channels'][number]
interface PrepareParts {
  api: Api
  directory: ChannelDirectory
  clock: Clock
  log: Logger
  tell: TellTrouble
}

/**
 * Finds, makes, joins and describes the station's channels. What Slack does not answer for is owed and made up for;
 * what a person has to do is told once, all channels in one, and tried again.
 */
export class Prepare {
  readonly #parts: PrepareParts
  #wanted: readonly Wanted[] = []
  readonly #blocked = new Map<string, Blocked>()
  #owed = false
  #tried = 0
  #running: Promise<void> | null = null
  #anew = false
  readonly #told: Told

  constructor(parts: PrepareParts) {
    this.#parts = parts
    this.#told = new Told(parts.tell)
  }

  async prepare({ channels }: Premises): Promise<void> {
    this.#wanted = channels
    for (const { name } of channels) await this.#parts.directory.recall(name)
    await this.again()
  }

  /** Whether a channel of the station's is still to come; false also for one that a person must let us into. */
  isComing = (name: string): boolean =>
    this.#owed && !this.#blocked.has(name) && this.#wanted.some((it) => it.name === name)

  isBlocked = (name: string): boolean => this.#blocked.has(name)

  /** Looks at all of it once more, for somebody may have let us in. Asked for while it looks, it looks once more. */
  again(): Promise<void> {
    if (this.#running) this.#anew = true
    this.#running ??= this.#furnish().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** The same, when somebody comes by: a channel takes nothing from us any more. */
  look(): void {
    this.#owed = true
  }

  /** Makes up for what is owed, and notices without anybody's asking that Slack is there again. */
  async keep(signal: AbortSignal): Promise<void> {
    const { api, clock, log } = this.#parts
    while (!signal.aborted) {
      await clock.wait(LOOK, signal)
      if (signal.aborted) return
      try {
        if (!api.reachable) await api.call('auth.test', {})
        const due = this.#owed || (this.#blocked.size > 0 && clock.steady() - this.#tried >= AGAIN)
        if (due && api.reachable) await this.again()
      } catch (error) {
        log.warn({ err: error }, 'slack: the channels could not be prepared; trying again')
      }
    }
  }

  async #furnish(): Promise<void> {
    do {
      this.#anew = false
      await this.#look()
    } while (this.#anew)
  }

  async #look(): Promise<void> {
    this.#tried = this.#parts.clock.steady()
    this.#owed = true
    const listing = once(() => allChannels(this.#parts.api))
    for (const wanted of this.#wanted) {
      const channel = await enter(this.#parts, wanted.name, listing)
      if ('failed' in channel) {
        this.#parts.log.warn({ reply: channel.failed.kind }, 'slack: the channels are not all there yet; trying again')
        return this.#tellBlocked()
      }
      if ('blocked' in channel) this.#blocked.set(wanted.name, channel.blocked)
      else {
        this.#blocked.delete(wanted.name)
        await this.#parts.directory.learn(wanted.name, channel.got.id)
        await describe(this.#parts, channel.got, wanted)
      }
    }
    this.#owed = false
    this.#tellBlocked()
  }

  #tellBlocked(): void {
    const blocked = (why: Blocked['why']) => [...this.#blocked].filter(([, it]) => it.why === why)
    const tell = (code: string, why: Blocked['why'], more: Record<string, string> = {}) => {
      const names = blocked(why).map(([name]) => name)
      this.#told.now(code, names.length > 0 ? { channel: listed(names), ...more } : null)
    }
    tell('slack-invite', 'invite')
    tell('slack-archived', 'archived')
    const refused = [...this.#blocked.values()].find((it) => it.why === 'refused')
    tell('slack-channel', 'refused', { error: refused?.error ?? '' })
  }
}

const listed = (names: readonly string[]): string => names.map((it) => `#${slackName(it)}`).join(', ')

/** What is asked for once, and only where somebody needs it. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null
  return () => {
    answer ??= ask()
    return answer
  }
}
