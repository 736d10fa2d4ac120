import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { NETWORKS, type NetworkName } from '../../src/model/network.ts'
import { type NetworksWorld, startNetworks } from '../support/networks/networks.ts'
import { Child } from './child.ts'
import { freePorts } from './ports.ts'
import { type SlackWorld, startSlack } from './slack-world.ts'
import { type DuePost, writeStation } from './station-files.ts'

/** The station and the two outsiders, each a process of its own with a database of its own. */
export interface World {
  folder: string
  /** Null where the networks are real. */
  sandbox: Child | null
  networks: NetworksWorld | null
  /** The networks on which the public writes. */
  real: readonly NetworkName[]
  /** Null where the team is in Slack. */
  desk: Child | null
  slack: SlackWorld | null
  station: Child
  urls: { sandbox: string; desk: string; station: string }
  posts: DuePost[]
}

/** Prepares the three in `folder`; none of them is started. `main` is the built station. */
export async function buildWorld(
  folder: string,
  options: {
    hold: number
    minutes: number
    main: string
    logLevel?: string
    /** The team is in Slack, with its rate limits or without. */
    slack?: { limits: boolean; mode?: 'socket' | 'http' }
    /** These networks are real, or rather their fakes at the networks' own addresses. */
    real?: readonly NetworkName[]
  },
): Promise<World> {
  mkdirSync(folder, { recursive: true })
  const [sandboxPort = 0, deskPort = 0, stationPort = 0] = await freePorts(3)
  const url = (port: number) => `http://127.0.0.1:${port}`
  const slack = options.slack
    ? await startSlack(url(stationPort), { ...options.slack, sandbox: url(sandboxPort) })
    : null
  const networks = options.real
    ? await startNetworks(options.real, { station: url(stationPort), desk: url(deskPort) })
    : null
  const urls = {
    sandbox: networks?.url ?? url(sandboxPort),
    desk: slack?.desk ?? networks?.url ?? url(deskPort),
    station: url(stationPort),
  }
  const written = writeStation(join(folder, 'schedules'), { ...options, now: Date.now() })
  const common = { HOST: '127.0.0.1', LOG_LEVEL: options.logLevel ?? 'info' }
  const file = (name: string) => `file:${join(folder, name)}`
  const outsider = (name: string, path: string, port: number, database: string, ready: string) =>
    new Child({
      args: ['--import', 'tsx', path],
      env: { ...common, ...networks?.env, PORT: String(port), [database]: file(`${name}.db`) },
      ready,
      log: join(folder, `${name}.log`),
    })

  return {
    folder,
    urls,
    posts: written.posts,
    networks,
    real: options.real ?? NETWORKS,
    sandbox: networks
      ? null
      : outsider(
          'sandbox',
          'src/networks/sandbox/process.ts',
          sandboxPort,
          'SANDBOX_DATABASE_URL',
          `${urls.sandbox}/sandbox/posts?since=9999999999999`,
        ),
    slack,
    desk: slack
      ? null
      : outsider('desk', 'src/chat/local/process.ts', deskPort, 'DESK_DATABASE_URL', `${url(deskPort)}/favicon.ico`),
    station: new Child({
      args: ['--enable-source-maps', options.main],
      env: {
        ...common,
        PORT: String(stationPort),
        DATABASE_URL: file('station.db'),
        STATION: written.file,
        ...(networks?.env ?? { SANDBOX_URL: urls.sandbox }),
        ...(slack?.env ?? { DESK_URL: url(deskPort) }),
      },
      ready: `${urls.station}/favicon.ico`,
      log: join(folder, 'station.log'),
    }),
  }
}
