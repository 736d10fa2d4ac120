import type { Purpose } from '../../model/allowance.ts'
import { MINUTE } from '../../model/clock.ts'
import type { Calls } from './calls.ts'
import type { Reply } from './reply.ts'
import { CHANNELS } from './shapes.ts'

const PAUSE = 5 * MINUTE

/** The channel that an access speaks for; null where the person has none. */
export interface Mine {
  id: string
  /** With its `@`, where it has one. */
  handle: string | null
}

/** Asks YouTube whose access this is. */
export async function askMine(calls: Calls, purpose: Purpose, signal?: AbortSignal): Promise<Reply<Mine | null>> {
  const reply = await calls.look(
    purpose,
    CHANNELS,
    (api, options) => api.channels.list({ part: ['id', 'snippet'], mine: true }, options),
    signal,
  )
  if (reply.kind !== 'ok') return reply
  const one = reply.body.items?.[0]
  return { kind: 'ok', body: one ? { id: one.id, handle: one.snippet?.customUrl ?? null } : null }
}

/** Whether a channel is the one of station.yaml, which names it by its handle or by its id. */
export const isAccount = (mine: Mine, account: string): boolean =>
  mine.id === account || (mine.handle !== null && bare(mine.handle) === bare(account))

const bare = (handle: string): string => handle.replace(/^@/, '').toLowerCase()

/** Our channel, asked for once a process: nothing is read or written in the name of another one. */
export class Channel {
  readonly #calls: Calls
  readonly #account: string
  #id: string | null = null

  constructor(calls: Calls, account: string) {
    this.#calls = calls
    this.#account = account
  }

  async id(purpose: Purpose, signal?: AbortSignal): Promise<Reply<string>> {
    if (this.#id !== null) return { kind: 'ok', body: this.#id }
    const reply = await askMine(this.#calls, purpose, signal)
    if (reply.kind !== 'ok') return reply
    if (reply.body === null || !isAccount(reply.body, this.#account))
      return { kind: 'access', reason: 'account', after: PAUSE }
    this.#id = reply.body.id
    return { kind: 'ok', body: this.#id }
  }
}
