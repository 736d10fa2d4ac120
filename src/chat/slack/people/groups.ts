import { z } from 'zod'
import { type Clock, MINUTE, SECOND } from '../../../model/clock.ts'
import type { Api } from '../parts.ts'

const ANSWER = z.object({
  usergroups: z.array(
    z.object({
      id: z.string(),
      handle: z.string(),
      users: z.array(z.string()).default([]),
      date_delete: z.number().default(0),
    }),
  ),
})

/** Who was in which user group when it was read. */
export interface Reading {
  /** Steady ms at which the call that read it began. */
  began: number
  /** By the group's handle. */
  groups: ReadonlyMap<string, { id: string; users: ReadonlySet<string> }>
}

/** An act that matters is decided on what was read so shortly before it: one call for all who act at the same time. */
const FRESH = SECOND / 2
/** For what decides nothing. */
const KNOWN = 5 * MINUTE
/** Where Slack does not answer, and has told of no change since, what was read so lately is still taken as true. */
const TRUSTED = MINUTE
/**
 * usergroups.list is tier 2, about 20 a minute. Whoever presses Send would rather wait for a moment than be refused; for
 * longer than this she would press again.
 */
const WAITED = 15 * SECOND

/** The workspace's user groups, read again where it matters. */
export class Groups {
  readonly #api: Api
  readonly #clock: Clock
  #last: Reading | null = null
  #changed = false
  #reading: { began: number; done: Promise<Reading> } | null = null

  constructor(api: Api, clock: Clock) {
    this.#api = api
    this.#clock = clock
  }

  /** What was read last, for what needs no certainty. */
  get known(): Reading | null {
    return this.#last
  }

  /** Something changed: what was read before, or is being read, is good for nothing any more. */
  forget(): void {
    this.#changed = true
    this.#reading = null
  }

  /** Throws where Slack does not say and what is known is too old to be trusted. */
  async read(fresh: boolean): Promise<Reading> {
    const now = this.#clock.steady()
    const within = (ms: number) => this.#last !== null && !this.#changed && now - this.#last.began <= ms
    if (this.#last && within(fresh ? FRESH : KNOWN)) return this.#last
    try {
      if (this.#reading && now - this.#reading.began <= FRESH) return await this.#reading.done
      return await this.#readNow(now, fresh)
    } catch (error) {
      if (this.#last && within(TRUSTED)) return this.#last
      throw error
    }
  }

  async #readNow(began: number, patient: boolean): Promise<Reading> {
    const changed = this.#changed
    this.#changed = false
    const done = this.#ask(began, patient)
    const reading = { began, done }
    this.#reading = reading
    try {
      const read = await done
      if (!this.#last || this.#last.began <= read.began) this.#last = read
      return read
    } catch (error) {
      this.#changed ||= changed
      throw error
    } finally {
      if (this.#reading === reading) this.#reading = null
    }
  }

  /** Only what decides something is worth a wait: a form has to stand within 3 s. */
  async #ask(began: number, patient: boolean): Promise<Reading> {
    const args = { include_users: true }
    let reply = await this.#api.call('usergroups.list', args)
    if (patient && reply.kind === 'limited' && reply.after <= WAITED) {
      await this.#clock.wait(reply.after)
      reply = await this.#api.call('usergroups.list', args)
    }
    if (reply.kind !== 'ok') throw new GroupsUnknown(reply.kind === 'refused' ? reply.error : reply.kind)
    const { usergroups } = ANSWER.parse(reply.body)
    const groups = usergroups.filter((it) => it.date_delete === 0)
    return { began, groups: new Map(groups.map(({ id, handle, users }) => [handle, { id, users: new Set(users) }])) }
  }
}

/** Slack does not say who is in which group; `reason` is its own word for why. */
export class GroupsUnknown extends Error {
  readonly code = 'groups-unknown'
  readonly reason: string
  constructor(reason: string) {
    super(`Slack does not say who is in which user group: ${reason}`)
    this.name = 'GroupsUnknown'
    this.reason = reason
  }
}
