import { randomBytes, randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { COMMANDS } from '../commands/index.ts'
import { Airing } from './airing.ts'
import type { Config } from './config.ts'
import { Deliver } from './deliver.ts'
import type { Desk, NetworkFacts } from './desk/act.ts'
import { tellRestored } from './desk/tell-restored.ts'
import { Inbound } from './inbound.ts'
import { Intake } from './intake.ts'
import type { Clock } from './model/clock.ts'
import type { NetworkName } from './model/network.ts'
import type { Station } from './model/station.ts'
import { LIMITS } from './networks/limits.ts'
import type { Network } from './networks/network.ts'
import { Probes } from './probe.ts'
import { Rechecks } from './recheck.ts'
import { Roster } from './roster.ts'
import { openNewsroom } from './start/chat.ts'
import { openSandbox } from './start/edges.ts'
import { listen } from './start/listen.ts'
import { openNetworks, played } from './start/networks.ts'
import { premisesOf } from './start/premises.ts'
import { Troubles } from './start/troubles.ts'
import { loadStation } from './station/load.ts'
import { openStore, type Store } from './store/database.ts'
import { set, setting } from './store/settings.ts'
import { Sweep } from './sweep.ts'
import { createFront } from './web/front.ts'
import { healthOf } from './web/health.ts'
import { hookListener } from './web/hook-listener.ts'

/** A station on the air. */
export interface Running {
  /** Where its pages are. */
  address: string
  /** What the desk asks for while a network is live. */
  token: string | null
  /** Whether the team works in Slack; there is no desk then. */
  inSlack: boolean
  /** Stops taking anything in, finishes what is in flight, closes everything. */
  stop(): Promise<void>
}

export interface StartParts {
  config: Config
  clock: Clock
  log: Logger
  version: string
  /** Called when somebody asks for a database to be put back; see tools/restore. */
  onRestore(): void
}

/** Puts the station together, from its files to its workers, and on the air. Throws the sentence of what is wrong. */
export async function startStation(parts: StartParts): Promise<Running> {
  const { config, clock, log } = parts
  const store = openStore(config.databaseUrl)
  const stops: (() => unknown)[] = [() => store.close()]
  try {
    const station = await readStation(config, store, clock)
    const sandbox = openSandbox(parts, store.file, played(config))
    stops.push(sandbox.close)
    const { networks, close } = await openNetworks({ config, station, store, clock, log, sandbox: sandbox.outsider })
    stops.push(close)
    // What is answered at the desk now reaches real people: only those who read the start's output get in.
    const live = [...networks.values()].some((it) => it.live)
    const token = live ? (config.deskToken ?? randomBytes(24).toString('base64url')) : null
    let address = ''
    const newsroom = await openNewsroom({ config, clock, log, store, token, address: () => address })
    stops.push(newsroom.close)
    const { chat } = newsroom
    const troubles = new Troubles()
    const roster = new Roster(station)
    await roster.load(store)
    const desk: Desk = {
      get station() {
        return roster.station
      },
      networks: factsOf(networks),
      platforms: [chat.platform],
    }
    const chats = new Map([[chat.platform, chat]])
    const shared = { store, desk, clock, log }
    const deliver = new Deliver({ ...shared, boot: randomUUID(), networks, chats })
    const inbound = new Inbound({ ...shared, networks: networks.values() })
    const intake = new Intake({ ...shared, chats, roster })
    const airing = new Airing(shared)
    const sweep = new Sweep(shared)
    const probes = new Probes({ ...shared, networks: networks.values() })
    const rechecks = new Rechecks({ ...shared, networks: networks.values() })
    store.onCommit(() => deliver.bell.ring())

    const health = healthOf({
      store,
      clock,
      version: parts.version,
      zone: station.zone,
      sources: () => inbound.states,
      chats: () => [{ platform: chat.platform, ok: chat.reachable, troubles: troubles.codes }],
    })
    await chat.prepare(premisesOf(station, networks))
    const front = createFront({
      sandbox: sandbox.outsider,
      desk: newsroom.desk,
      webhook: chat.webhook?.bind(chat),
      health,
      onRestore: parts.onRestore,
      log,
    })
    address = await listen(config, { first: hookListener(inbound.hooks, { clock, log }), fetch: front.fetch }, stops)
    const halt = new AbortController()
    await deliver.start()
    stops.push(() => deliver.stop())
    await store.transaction((tx) => tellRestored({ ...desk, tx, now: clock.now(), steady: clock.steady(), by: null }))
    await intake.recover()
    const listening = chat.listen(
      {
        store: (events) => intake.store(chat.platform, events),
        handle: (event) => intake.handle(chat.platform, event),
        form: (asked) => intake.form(chat.platform, asked),
        home: (by) => intake.home(chat.platform, by),
        trouble: (trouble, mended) => {
          if (troubles.heard(trouble, mended)) void intake.trouble(chat.platform, trouble, mended)
        },
      },
      halt.signal,
    )
    await airing.start()
    // Their entries stand in the store now; ten thousand of them need not be kept twice.
    for (const programme of station.programmes) programme.entries = []
    inbound.start()
    sweep.start()
    probes.start()
    rechecks.start()
    stops.push(async () => {
      halt.abort()
      intake.stop()
      await Promise.all([listening, ...[inbound, airing, sweep, probes, rechecks].map((it) => it.stop())])
    })
    return { address, token, inSlack: newsroom.desk === null, stop: () => stopAll(stops) }
  } catch (error) {
    await stopAll(stops)
    throw error
  }
}

/** Last opened, first closed. */
async function stopAll(stops: (() => unknown)[]): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop()
}

/** The station of the files; a relative season keeps the week of the very first start. */
async function readStation(config: Config, store: Store, clock: Clock): Promise<Station> {
  const known = await store.transaction((tx) => setting(tx, 'first-start'))
  const station = loadStation(config.station, clock.now(), {
    limits: LIMITS,
    commands: COMMANDS.map(({ name }) => name),
    ...(known === null ? {} : { firstStart: known }),
  })
  if (known === null)
    await store.transaction((tx) => set({ tx, now: clock.now() }, 'first-start', station.season.start, null))
  return station
}

const factsOf = (networks: ReadonlyMap<NetworkName, Network>): Map<NetworkName, NetworkFacts> =>
  new Map([...networks].map(([name, { account, live, limits }]) => [name, { account, live, limits }]))
