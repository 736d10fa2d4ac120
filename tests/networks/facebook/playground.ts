import { Agent } from 'node:https'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { facebookNetwork } from '../../../src/networks/facebook/adapter.ts'
import type { FacebookSettings } from '../../../src/networks/facebook/settings.ts'
import type { Change, Draft, Network, Picture, Placed, Source, Surroundings } from '../../../src/networks/network.ts'
import { ManualClock } from '../../support/clock.ts'
import { FakeFacebook } from '../../support/facebook/fake.ts'
import { trustAuthority } from '../../support/facebook/trust.ts'
import { type OutsideProxy, startProxy } from '../../support/outside/proxy.ts'

export const ACCOUNT = 'bibliotheek'
export const VERIFY = 'een-woord-van-onszelf'
export const never = new AbortController().signal

/** A page on the fake Facebook, and our adapter that reaches it at https://graph.facebook.com through a proxy. */
export interface Playground {
  facebook: FakeFacebook
  clock: ManualClock
  proxy: OutsideProxy
  settings: FacebookSettings
  network: Network
  /** What the station would know. */
  known: Map<string, Placed>
  /** What a picture's address gives; a thrown error where it is one. */
  pictures: Map<string, Picture | Error>
  /** Every line that was logged. */
  lines: string[]
  /** The adapter with other settings. */
  as(changed: Partial<FacebookSettings>, surroundings?: Partial<Surroundings>): Network
  surroundings: Surroundings
  /** Everything that would tell who we are. */
  secrets(): string[]
}

/** A page of its own for each test of this file, behind one proxy. */
export function usePlayground(): Playground {
  const routes = { 'graph.facebook.com': '' }
  const on = {} as Playground
  let proxy: OutsideProxy
  beforeAll(async () => {
    proxy = await startProxy(routes)
    trustAuthority(proxy.ca)
  })
  beforeEach(async () => {
    proxy.refusing = false
    Object.assign(on, await openPlayground(proxy))
    routes['graph.facebook.com'] = on.facebook.url
  })
  afterEach(() => on.facebook.stop())
  afterAll(() => proxy.stop())
  return on
}

async function openPlayground(proxy: OutsideProxy): Promise<Playground> {
  const clock = new ManualClock()
  const facebook = await FakeFacebook.start({ clock })
  const known = new Map<string, Placed>()
  const pictures = new Map<string, Picture | Error>()
  const lines: string[] = []
  const settings: FacebookSettings = { ...facebook.settings, verifyToken: null, version: 'v25.0' }
  const surroundings: Surroundings = {
    account: ACCOUNT,
    clock,
    log: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }),
    purse: {
      left: async () => Number.POSITIVE_INFINITY,
      take: async () => true,
      giveBack: async () => {},
      saving: async () => false,
      until: () => 0,
    },
    memory: { get: async () => null, set: async () => {} },
    placed: async (ids) => new Map(ids.flatMap((id) => (known.has(id) ? [[id, known.get(id)!]] : []))),
    picture: async ({ url }) => {
      const picture = pictures.get(url)
      if (!picture || picture instanceof Error) throw picture ?? new Error(`no picture ${url}`)
      return picture
    },
    way: () => ({ agent: new Agent(), proxy: proxy.url }),
  }
  const as = (changed: Partial<FacebookSettings>, more: Partial<Surroundings> = {}) =>
    facebookNetwork({ ...settings, ...changed }, { ...surroundings, ...more })
  return {
    facebook,
    clock,
    proxy,
    settings,
    network: as({}),
    known,
    pictures,
    lines,
    as,
    surroundings,
    secrets: () => [settings.pageToken, settings.appSecret, VERIFY],
  }
}

export const draft = (text: string, more: Partial<Draft> = {}): Draft => ({
  account: ACCOUNT,
  text,
  inReplyTo: null,
  kind: more.inReplyTo ? 'comment' : 'post',
  media: [],
  ...more,
})

export function sourceOf(network: Network, name: string): Source {
  const source = network.sources().find((one) => one.name === name)
  if (!source) throw new Error(`there is no source ${name}`)
  return source
}

/** Everything that a source gives until there is no more; and where it would read on. */
export async function readUp(source: Source, cursor: string | null): Promise<{ changes: Change[]; cursor: string }> {
  const changes: Change[] = []
  for (let at = cursor; ; ) {
    const page = await source.fetch(at, never)
    changes.push(...page.changes)
    at = page.cursor
    if (!page.more) return { changes, cursor: page.cursor }
  }
}
