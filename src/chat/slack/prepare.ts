import type { Logger } from 'pino'
import { type Clock, MINUTE, SECOND } from '../../model/clock.ts'
import type { Premises } from '../chat.ts'
import { allChannels, type Channel, channelById, type Got, joinChannel, makeChannel } from './channels.ts'
import { type ChannelDirectory, slackName } from './directory.ts'
import type { TellTrouble } from './health.ts'
import type { Api } from './parts.ts'
import { describe } from './topic.ts'

/** How often is looked whether there is something to make up for, and how often what a person must do is tried again. */
const LOOK = 15 * SECOND
const AGAIN = 5 * MINUTE

type Wanted = Premises['channels'][number]
/** Why a channel cannot be had: the bot must be invited, or Slack does not let it be made. */
type Blocked = { invite: true } | { invite: false; error: string }

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
  readonly #told = new Map<string, Record<string, string>>()

  constructor(parts: PrepareParts) {
    this.#parts = parts
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
      const channel = await this.#channelFor(wanted.name, listing)
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

  async #channelFor(
    name: string,
    listing: () => Promise<Got<Channel[]>>,
  ): Promise<Exclude<Got<Channel>, { refused: string }> | { blocked: Blocked }> {
    const { api, directory } = this.#parts
    const id = directory.idOf(name)
    const known = id === null ? { refused: 'unknown' } : await channelById(api, id)
    if ('failed' in known) return known
    if ('got' in known) return this.#entered(known.got)
    const all = await listing()
    if ('failed' in all) return all
    if ('refused' in all) return { blocked: { invite: false, error: all.refused } }
    const found = all.got.find((it) => it.name === slackName(name))
    if (found) return this.#entered(found)
    // It was there once, so it is hidden from us, under another name perhaps: a second one would split the team.
    if (id !== null) return { blocked: { invite: true } }
    const made = await makeChannel(api, slackName(name))
    if (!('refused' in made)) return made
    return { blocked: made.refused === 'name_taken' ? { invite: true } : { invite: false, error: made.refused } }
  }

  async #entered(
    channel: Channel,
  ): Promise<{ got: Channel } | Extract<Got<Channel>, { failed: unknown }> | { blocked: Blocked }> {
    if (channel.archived) return { blocked: { invite: true } }
    if (channel.member) return { got: channel }
    const joined = await joinChannel(this.#parts.api, channel.id)
    if ('failed' in joined) return joined
    return 'refused' in joined ? { blocked: { invite: true } } : { got: { ...channel, member: true } }
  }

  #tellBlocked(): void {
    const invites = [...this.#blocked].filter(([, it]) => it.invite).map(([name]) => name)
    this.#tellOnce('slack-invite', invites.length > 0 ? { channel: listed(invites) } : null)
    const refusals = [...this.#blocked].flatMap(([name, it]) => (it.invite ? [] : [{ name, error: it.error }]))
    const error = refusals[0]?.error ?? ''
    this.#tellOnce(
      'slack-channel',
      refusals.length > 0 ? { channel: listed(refusals.map((it) => it.name)), error } : null,
    )
  }

  #tellOnce(code: string, facts: Record<string, string> | null): void {
    const told = this.#told.get(code)
    if (facts === null) {
      this.#told.delete(code)
      if (told) this.#parts.tell(code, told, true)
      return
    }
    if (told?.channel === facts.channel && told?.error === facts.error) return
    this.#told.set(code, facts)
    this.#parts.tell(code, facts)
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
