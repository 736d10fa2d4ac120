import { pino } from 'pino'
import { expect, onTestFinished } from 'vitest'
import type { Purpose } from '../../../src/model/allowance.ts'
import type { Change, Written } from '../../../src/model/change.ts'
import type { Attachment } from '../../../src/model/network.ts'
import {
  type Draft,
  type Network,
  type Picture,
  type Placed,
  type Source,
  SourceFailed,
  type Surroundings,
} from '../../../src/networks/network.ts'
import { xNetwork } from '../../../src/networks/x/adapter.ts'
import type { XSettings } from '../../../src/networks/x/settings.ts'
import { withX } from '../../support/x/with-x.ts'
import type { XOptions } from '../../support/x/x.ts'

export const PRICES = {
  read: 5_000,
  mention: 1_000,
  direct: 10_000,
  post: 15_000,
  link: 200_000,
  reply: 10_000,
  delete: 10_000,
}

/** The smallest GIF, PNG, JPEG and WebP, as far as anybody looks. */
export const GIF: Picture = { bytes: Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1'), type: 'image/gif' }
export const PNG: Picture = { bytes: Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1'), type: 'image/png' }

/**
 * The adapter as the station has it, in front of a fake X, on a clock that stands still. What leaves it in words (the
 * log, and what it throws) is looked through for secrets when the test ends.
 */
export async function onX(options: XOptions & { settings?: Partial<XSettings>; account?: string } = {}) {
  const { settings: given, account = 'schatkamer', ...rest } = options
  const { x, clock, agent, proxy } = await withX(rest)
  const lines: string[] = []
  const kept = new Map<string, string>()
  const places = new Map<string, Placed>()
  const purse = new TestPurse()
  const pictures = new Map<string, Picture | Error>()
  const { appKey, appSecret, accessToken, accessSecret } = x.credentials
  const settings: XSettings = {
    apiKey: appKey,
    apiSecret: appSecret,
    accessToken,
    accessSecret,
    prices: PRICES,
    hashtags: [],
    searches: [],
    ...given,
  }
  const surroundings: Surroundings = {
    account,
    clock,
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    purse,
    memory: {
      get: async (key) => kept.get(key) ?? null,
      set: async (key, value) => void kept.set(key, value),
    },
    placed: async (ids) => new Map(ids.flatMap((id) => (places.has(id) ? [[id, places.get(id)!] as const] : []))),
    picture: async (image) => {
      const picture = pictures.get(image.url)
      if (picture === undefined || picture instanceof Error) throw picture ?? new Error(`no picture ${image.url}`)
      return picture
    },
    way: () => ({ agent, proxy: proxy.url }),
  }
  const said = (text: string) => void lines.push(text)
  onTestFinished(() => {
    for (const secret of [
      settings.apiSecret,
      settings.accessToken,
      settings.accessSecret,
      'oauth_signature',
      'Authorization',
    ])
      for (const line of lines) expect(line).not.toContain(secret)
  })
  const start = () => xNetwork(settings, surroundings)
  return {
    x,
    clock,
    proxy,
    agent,
    settings,
    surroundings,
    lines,
    said,
    kept,
    places,
    purse,
    pictures,
    start,
    network: start(),
  }
}

/** A purse that is watched: what was put down by purpose, and whether there is more. */
export class TestPurse {
  readonly spent: Record<Purpose, number> = { replying: 0, posting: 0, reading: 0, checking: 0 }
  caps: Partial<Record<Purpose, number>> = {}
  low = false

  async take(purpose: Purpose, amount: number): Promise<boolean> {
    if (amount > (await this.left(purpose))) return false
    this.spent[purpose] += amount
    return true
  }
  async giveBack(purpose: Purpose, amount: number): Promise<void> {
    this.spent[purpose] -= amount
  }
  left = async (purpose: Purpose): Promise<number> =>
    (this.caps[purpose] ?? Number.POSITIVE_INFINITY) - this.spent[purpose]
  saving = async (): Promise<boolean> => this.low
  until = (): number => 3_600_000
}

/** Reads a source as the station does, keeping what came in and where. */
export class Reader {
  cursor: string | null = null
  readonly changes: Change[] = []
  readonly gaps: { from: number; to: number }[] = []
  after: number | undefined
  readonly #source: Source
  readonly #take: (changes: Change[]) => void

  constructor(source: Source, take: (changes: Change[]) => void = () => {}) {
    this.#source = source
    this.#take = take
  }

  /** One page. */
  async page() {
    const reading = await this.#source.fetch(this.cursor, AbortSignal.timeout(20_000))
    this.cursor = reading.cursor
    this.changes.push(...reading.changes)
    this.#take(reading.changes)
    if (reading.gap) this.gaps.push(reading.gap)
    this.after = reading.after
    return reading
  }

  /** Every page that there is now; returns what they brought. */
  async all(): Promise<Change[]> {
    const before = this.changes.length
    while ((await this.page()).more);
    return this.changes.slice(before)
  }
}

export const sourceNamed = (network: Network, name: string): Source => {
  const source = network.sources().find((one) => one.name === name)
  if (!source) throw new Error(`no source ${name}`)
  return source
}

export const textsOf = (changes: readonly Change[]): string[] =>
  changes.map((change) => (change.kind === 'deleted' ? `-${change.id}` : change.text))
export const written = (change: Change | undefined): Written => {
  if (change === undefined || change.kind === 'deleted') throw new Error('nothing was written')
  return change
}

/** Keeps places as the station would for what came in. */
export const remembering = (places: Map<string, Placed>) => (changes: Change[]) => {
  for (const change of changes)
    if (change.kind !== 'deleted') places.set(change.id, { threadKey: change.threadKey, ours: false })
}

export const draft = (text: string, more: Partial<Draft> = {}): Draft => ({
  account: 'schatkamer',
  text,
  inReplyTo: null,
  kind: 'post',
  media: [] as Attachment[],
  ...more,
})

/** The code that a reading failed with. */
export async function failing(
  reading: Promise<unknown>,
  said: (text: string) => void = () => {},
): Promise<{ code: string; after: number | null }> {
  const error = await reading.then(
    () => {
      throw new Error('it did not fail')
    },
    (reason: unknown) => reason,
  )
  if (!(error instanceof SourceFailed)) throw error
  const {
    code,
    after,
    stack = '',
    cause,
  } = error as { code: string; after: number | null; stack?: string; cause?: unknown }
  expect(cause).toBeUndefined()
  said(`${stack} ${JSON.stringify(error)}`)
  return { code, after }
}
