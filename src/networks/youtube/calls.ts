import type { z } from 'zod'
import type { Purpose } from '../../model/allowance.ts'
import { MINUTE } from '../../model/clock.ts'
import type { Surroundings } from '../network.ts'
import { Access } from './access.ts'
import { type Library, openLibrary, TIMEOUT } from './library.ts'
import { QUOTA, RATE, replyOf } from './refusal.ts'
import { failureOf, type Reply } from './reply.ts'
import type { YouTubeSettings } from './settings.ts'
import { UsedUp } from './used-up.ts'

type Api = Library['api']
/** Goes into every call that the library makes. */
interface Options {
  signal: AbortSignal
}

/** What a call costs in YouTube's units: developers.google.com/youtube/v3/determine_quota_cost. A failed one costs too. */
export const COST = { list: 1, write: 50 }

const RATE_PAUSE = MINUTE

/** Every call to YouTube goes through here: units first, then access, then the call itself, once. */
export class Calls {
  readonly access: Access
  readonly #api: Api
  readonly #purse: Surroundings['purse']
  readonly #usedUp: UsedUp

  constructor(settings: YouTubeSettings, surroundings: Surroundings) {
    const { api, oauth } = openLibrary(settings, surroundings)
    this.#api = api
    this.#purse = surroundings.purse
    this.#usedUp = new UsedUp(settings.clientId, surroundings)
    this.access = new Access(oauth, surroundings.clock)
  }

  /** A look, for one unit. A token that was refused is renewed once. */
  async look<S extends z.ZodType>(
    purpose: Purpose,
    shape: S,
    work: (api: Api, options: Options) => Promise<{ data: unknown }>,
    signal?: AbortSignal,
  ): Promise<Reply<z.output<S>>> {
    const first = await this.#once(purpose, COST.list, shape, work, signal)
    if (first.kind !== 'refused' || first.status !== 401) return first
    return this.#once(purpose, COST.list, shape, work, signal)
  }

  /** A call that changes something; it is made at most once. */
  write<S extends z.ZodType>(
    shape: S,
    work: (api: Api, options: Options) => Promise<{ data: unknown }>,
  ): Promise<Reply<z.output<S>>> {
    return this.#once('replying', COST.write, shape, work)
  }

  async #once<S extends z.ZodType>(
    purpose: Purpose,
    units: number,
    shape: S,
    work: (api: Api, options: Options) => Promise<{ data: unknown }>,
    signal?: AbortSignal,
  ): Promise<Reply<z.output<S>>> {
    const usedUp = await this.#usedUp.until()
    if (usedUp > 0) return { kind: 'held', reason: 'quota', after: usedUp }
    if (!(await this.#purse.take(purpose, units))) return { kind: 'held', reason: 'budget', after: this.#purse.until() }
    const shut = await this.access.ready()
    const reply = shut ?? (await this.#made(shape, work, signal))
    if (shut !== null || reply.kind === 'unsent') await this.#purse.giveBack(purpose, units)
    return reply
  }

  async #made<S extends z.ZodType>(
    shape: S,
    work: (api: Api, options: Options) => Promise<{ data: unknown }>,
    signal?: AbortSignal,
  ): Promise<Reply<z.output<S>>> {
    const limit = AbortSignal.timeout(TIMEOUT)
    const { token } = this.access
    try {
      const { data } = await work(this.#api, { signal: signal ? AbortSignal.any([signal, limit]) : limit })
      this.access.worked()
      const read = shape.safeParse(data)
      return read.success ? { kind: 'ok', body: read.data } : { kind: 'lost', reason: 'unreadable answer' }
    } catch (error) {
      return this.#refused(replyOf(failureOf(error)), token)
    }
  }

  /** What a refusal means for the calls after it. */
  async #refused(reply: Reply<never>, token: string | null): Promise<Reply<never>> {
    if (reply.kind !== 'refused') return reply
    if (reply.status === 401) return this.access.refused(token) ?? reply
    if (RATE.has(reply.reason)) return { kind: 'held', reason: 'rate-limit', after: reply.after ?? RATE_PAUSE }
    return QUOTA.has(reply.reason) ? { kind: 'held', reason: 'quota', after: await this.#usedUp.is() } : reply
  }
}
