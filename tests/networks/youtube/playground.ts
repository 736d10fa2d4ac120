import { readFileSync } from 'node:fs'
import type { Agent } from 'node:https'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { type Logger, pino } from 'pino'
import type { Change, Draft, Network, Placed, Source, Surroundings } from '../../../src/networks/network.ts'
import { youtubeNetwork } from '../../../src/networks/youtube/adapter.ts'
import type { YouTubeSettings } from '../../../src/networks/youtube/settings.ts'
import { ManualClock } from '../../support/clock.ts'
import { type OutsideProxy, startProxy } from '../../support/outside/proxy.ts'
import { FakeYouTube, HOSTS } from '../../support/youtube/fake.ts'
import { TestPurse } from '../../support/youtube/purse.ts'

export interface Playground {
  youtube: FakeYouTube
  proxy: OutsideProxy
  clock: ManualClock
  purse: TestPurse
  network: Network
  surroundings: Surroundings
  settings: YouTubeSettings
  /** What the station knows, by id. */
  known: Map<string, Placed>
  logged: string[]
  /** The adapter as another start of the process has it. */
  again(settings?: Partial<YouTubeSettings>): Network
  source(name: string): Source
  /** Reads a source until there is no more; what it brought is known from then on. */
  read(name: string): Promise<Change[]>
  stop(): Promise<void>
}

export const draftTo = (inReplyTo: string | null, text = 'Dank voor je vraag!'): Draft => ({
  account: 'schatkamer',
  text,
  inReplyTo,
  kind: inReplyTo === null ? 'post' : 'comment',
  media: [],
})

/** One proxy as long as the process lives: its authority takes a while to make. */
const routes: Record<string, string> = Object.fromEntries(HOSTS.map((host) => [host, '']))
let outside: OutsideProxy | null = null

/** The adapter with Google's own client, at YouTube's own addresses, behind which stands the fake. */
export async function openPlayground({ day = 10_000 as number | null, judged = 1 } = {}): Promise<Playground> {
  const clock = new ManualClock()
  const youtube = await FakeYouTube.start({ clock, judged })
  Object.assign(routes, youtube.routes)
  outside ??= await startProxy(routes)
  const proxy = outside
  proxy.asked.length = 0
  proxy.refusing = false
  const agent = new HttpsProxyAgent(proxy.url, { keepAlive: true }) as unknown as Agent
  // What it is given at the start it uses towards the proxy alone.
  Object.assign(agent.options, { ca: readFileSync(proxy.ca) })
  const purse = new TestPurse(clock, day)
  const kept = new Map<string, string>()
  const known = new Map<string, Placed>()
  const cursors = new Map<string, string>()
  const logged: string[] = []
  const log: Logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  const { clientId, clientSecret, refreshToken } = youtube.oauth
  const settings = { clientId, clientSecret, refreshToken }
  const surroundings: Surroundings = {
    account: 'schatkamer',
    clock,
    log,
    purse,
    memory: { get: async (key) => kept.get(key) ?? null, set: async (key, value) => void kept.set(key, value) },
    placed: async (ids) => new Map(ids.flatMap((id) => (known.has(id) ? [[id, known.get(id)!] as const] : []))),
    picture: () => Promise.reject(new Error('YouTube takes no pictures')),
    way: () => ({ agent, proxy: proxy.url }),
  }
  let network = youtubeNetwork(settings, surroundings)
  let sources = network.sources()
  const source = (name: string) => sources.find((one) => one.name === name)!
  return {
    youtube,
    proxy,
    clock,
    purse,
    get network() {
      return network
    },
    surroundings,
    settings,
    known,
    logged,
    again(other = {}) {
      network = youtubeNetwork({ ...settings, ...other }, surroundings)
      sources = network.sources()
      return network
    },
    source,
    async read(name) {
      const changes: Change[] = []
      for (let more = true; more; ) {
        const page = await source(name).fetch(cursors.get(name) ?? null, new AbortController().signal)
        cursors.set(name, page.cursor)
        changes.push(...page.changes)
        for (const change of page.changes) known.set(change.id, { threadKey: null, ours: false })
        more = page.more
      }
      return changes
    },
    async stop() {
      agent.destroy()
      await youtube.stop()
    },
  }
}
