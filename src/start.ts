import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import { commandList } from '../commands/index.ts'
import { Airing } from './airing.ts'
import { localChat } from './chat/local/adapter.ts'
import { createDesk } from './chat/local/desk.ts'
import type { Config } from './config.ts'
import { Deliver } from './deliver.ts'
import type { Desk, NetworkFacts } from './desk/act.ts'
import { Inbound } from './inbound.ts'
import { Intake } from './intake.ts'
import type { Clock } from './model/clock.ts'
import { NETWORK_LABEL, NETWORKS, type NetworkName } from './model/network.ts'
import type { Station } from './model/station.ts'
import { LIMITS } from './networks/limits.ts'
import type { Network } from './networks/network.ts'
import { sandboxNetwork } from './networks/sandbox/adapter.ts'
import { createSandbox } from './networks/sandbox/sandbox.ts'
import { loadStation } from './station/load.ts'
import { openStore, type Store } from './store/database.ts'
import { set, setting } from './store/settings.ts'
import { Sweep } from './sweep.ts'
import { createFront } from './web/front.ts'
import { healthOf } from './web/health.ts'
import { embedded, type Outsider, remote } from './web/outsider.ts'

/** A station on the air. */
export interface Running {
  /** Where its pages are. */
  address: string
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
    const edges = openEdges(config, store, clock, log)
    stops.push(edges.close)
    const networks = new Map<NetworkName, Network>(
      NETWORKS.map((name) => [name, sandboxNetwork(name, station.accounts[name], edges.sandbox.call)]),
    )
    const chat = localChat(edges.desk.call, clock, log)
    const desk: Desk = { station, networks: factsOf(networks), platforms: [chat.platform] }
    const shared = { store, desk, clock, log }
    const deliver = new Deliver({ ...shared, boot: randomUUID(), networks, chats: new Map([[chat.platform, chat]]) })
    const inbound = new Inbound({ ...shared, networks: networks.values() })
    const intake = new Intake(shared)
    const airing = new Airing(shared)
    const sweep = new Sweep(shared)
    store.onCommit(() => deliver.bell.ring())

    const health = healthOf({
      store,
      clock,
      version: parts.version,
      zone: station.zone,
      sources: () => inbound.states,
      chats: () => [{ platform: chat.platform, ok: true }],
    })
    const address = await listen(
      config,
      createFront({ ...edges, health, onRestore: parts.onRestore, log }).fetch,
      stops,
    )
    await chat.prepare(premisesOf(station, networks))
    const halt = new AbortController()
    await deliver.start()
    stops.push(() => deliver.stop())
    await intake.recover()
    const listening = chat.listen(
      {
        store: (events) => intake.store(chat.platform, events),
        handle: (event) => intake.handle(chat.platform, event),
      },
      halt.signal,
    )
    await airing.start()
    inbound.start()
    sweep.start()
    stops.push(async () => {
      halt.abort()
      intake.stop()
      await Promise.all([listening, inbound.stop(), airing.stop(), sweep.stop()])
    })
    return { address, stop: () => stopAll(stops) }
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
    ...(known === null ? {} : { firstStart: known }),
  })
  if (known === null)
    await store.transaction((tx) => set({ tx, now: clock.now() }, 'first-start', station.season.start, null))
  return station
}

interface Edges {
  sandbox: Outsider
  desk: Outsider
  close(): void
}

/** The two stand-ins, inside this process with a file each beside ours, or elsewhere on this machine. */
function openEdges(config: Config, store: Store, clock: Clock, log: Logger): Edges {
  const beside = (name: string) => `${store.file.replace(/\.db$/, '')}.${name}.db`
  const sandbox = config.sandboxUrl === null ? createSandbox({ file: beside('sandbox'), clock, log }) : null
  const desk = config.deskUrl === null ? createDesk({ file: beside('desk'), clock, log }) : null
  return {
    sandbox: sandbox ? embedded(sandbox.app) : remote(config.sandboxUrl ?? ''),
    desk: desk ? embedded(desk.app) : remote(config.deskUrl ?? ''),
    close: () => {
      sandbox?.close()
      desk?.close()
    },
  }
}

const factsOf = (networks: ReadonlyMap<NetworkName, Network>): Map<NetworkName, NetworkFacts> =>
  new Map([...networks].map(([name, { account, live, limits }]) => [name, { account, live, limits }]))

function premisesOf(station: Station, networks: ReadonlyMap<NetworkName, Network>) {
  return {
    channels: [
      ...station.programmes.map((it) => ({ name: it.channel, topic: `${it.name}: ${it.description}` })),
      { name: station.channels.night, topic: '' },
      { name: station.channels.alarms, topic: '' },
    ],
    people: station.members.map(({ id, name, roles, language }) => ({ id, name, roles, language })),
    language: station.language,
    networks: [...networks.values()].map(({ name, live }) => ({ name: NETWORK_LABEL[name], live })),
    commands: commandList(station.language),
  }
}

async function listen(
  config: Config,
  fetch: Parameters<typeof getRequestListener>[0],
  stops: (() => unknown)[],
): Promise<string> {
  const server = createServer(getRequestListener(fetch))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  stops.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : config.port
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
}
