import pino, { type Logger } from 'pino'
import { onTestFinished } from 'vitest'
import { Inbound } from '../../src/inbound.ts'
import type { Change, Written } from '../../src/model/change.ts'
import type { NetworkName } from '../../src/model/network.ts'
import { LIMITS } from '../../src/networks/limits.ts'
import type { Hook, Network, Reading, Source } from '../../src/networks/network.ts'
import type { Store } from '../../src/store/database.ts'
import { networks, station } from '../support/cast.ts'
import { ManualClock } from '../support/clock.ts'
import { freshStore } from '../support/store.ts'

export const desk = { station, networks, platforms: ['desk'] }

/** A message of the public. */
export const said = (id: string, more: Partial<Written> = {}): Written => ({
  kind: 'created',
  account: 'schatkamer',
  id,
  threadKey: id,
  root: null,
  inReplyTo: null,
  answers: null,
  what: 'mention',
  author: { id: 'lezer1', handle: 'lezer1', name: 'Lezer' },
  text: `bericht ${id}`,
  attachments: [],
  url: null,
  at: Date.UTC(2027, 0, 11, 8),
  revision: 0,
  ...more,
})

export const page = (changes: Change[], cursor: string, more: Partial<Reading> = {}): Reading => ({
  changes,
  cursor,
  more: false,
  ...more,
})

/** A source that gives what the test puts in, one look after the other, and tells the test of each look. */
export class PlayedSource implements Source {
  readonly name: string
  readonly every: number
  readonly cursors: (string | null)[] = []
  readonly #answers: (Reading | Error)[] = []
  readonly #told: { looks: number; wake: () => void }[] = []

  constructor(name = 'mentions', every = 60_000) {
    this.name = name
    this.every = every
  }

  gives(...answers: (Reading | Error)[]): this {
    this.#answers.push(...answers)
    return this
  }

  async fetch(cursor: string | null): Promise<Reading> {
    this.cursors.push(cursor)
    for (const it of this.#told) if (this.cursors.length >= it.looks) it.wake()
    const answer = this.#answers.shift() ?? page([], cursor ?? '')
    if (answer instanceof Error) throw answer
    return answer
  }

  /** Until it was looked at so often. */
  looked(looks: number): Promise<void> {
    if (this.cursors.length >= looks) return Promise.resolve()
    return new Promise((wake) => this.#told.push({ looks, wake }))
  }
}

export const networkWith = (
  sources: Source[],
  more: { name?: NetworkName; hook?: Hook; recheck?: NonNullable<Network['recheck']> } = {},
): Network => {
  const { name = 'x', ...rest } = more
  return {
    name,
    account: 'schatkamer',
    live: true,
    limits: LIMITS[name],
    publish: async () => ({ status: 'rejected', reason: 'not in this test' }),
    sources: () => sources,
    ...rest,
  }
}

/** The station's ear alone, over a real store and a clock that stands still. */
export function ear(given: Network[], kept: { store?: Store; clock?: ManualClock; log?: Logger } = {}) {
  const { store = freshStore(), clock = new ManualClock(), log = pino({ level: 'silent' }) } = kept
  const parts = { store, desk, clock, log }
  const inbound = new Inbound({ ...parts, networks: given })
  onTestFinished(() => inbound.stop())
  return { parts, store, clock, inbound }
}

/** The notices that wait in the outbox for the alarms, oldest first. */
export async function alarmsIn(store: Store): Promise<{ notice: string; facts: Record<string, string> }[]> {
  const rows = await store.db
    .selectFrom('delivery')
    .select('body')
    .where('subject', '=', 'notice')
    .where('verb', '=', 'open')
    .orderBy('id')
    .execute()
  return rows.map(({ body }) => JSON.parse(body))
}

/** Looks each time the machine has had its turn, until it is so. */
export async function until<T>(what: string, probe: () => Promise<T | undefined | false>): Promise<T> {
  for (let look = 0; look < 2_000; look++) {
    const found = await probe()
    if (found !== undefined && found !== false) return found
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error(`it never came to: ${what}`)
}
