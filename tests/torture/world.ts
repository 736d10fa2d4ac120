import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Child } from './child.ts'
import { freePorts } from './ports.ts'
import { type SlackWorld, startSlack } from './slack-world.ts'
import { type DuePost, writeStation } from './station-files.ts'

/** The station and the two outsiders, each a process of its own with a database of its own. */
export interface World {
  folder: string
  sandbox: Child
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
  },
): Promise<World> {
  mkdirSync(folder, { recursive: true })
  const [sandboxPort = 0, deskPort = 0, stationPort = 0] = await freePorts(3)
  const url = (port: number) => `http://127.0.0.1:${port}`
  const slack = options.slack
    ? await startSlack(url(stationPort), { ...options.slack, sandbox: url(sandboxPort) })
    : null
  const urls = { sandbox: url(sandboxPort), desk: slack?.desk ?? url(deskPort), station: url(stationPort) }
  const written = writeStation(join(folder, 'schedules'), { ...options, now: Date.now() })
  const common = { HOST: '127.0.0.1', LOG_LEVEL: options.logLevel ?? 'info' }
  const file = (name: string) => `file:${join(folder, name)}`
  const outsider = (name: string, path: string, port: number, database: string, ready: string) =>
    new Child({
      args: ['--import', 'tsx', path],
      env: { ...common, PORT: String(port), [database]: file(`${name}.db`) },
      ready,
      log: join(folder, `${name}.log`),
    })

  return {
    folder,
    urls,
    posts: written.posts,
    sandbox: outsider(
      'sandbox',
      'src/networks/sandbox/process.ts',
      sandboxPort,
      'SANDBOX_DATABASE_URL',
      `${urls.sandbox}/sandbox/posts?since=9999999999999`,
    ),
    slack,
    desk: slack
      ? null
      : outsider('desk', 'src/chat/local/process.ts', deskPort, 'DESK_DATABASE_URL', `${urls.desk}/desk/channels`),
    station: new Child({
      args: ['--enable-source-maps', options.main],
      env: {
        ...common,
        PORT: String(stationPort),
        DATABASE_URL: file('station.db'),
        STATION: written.file,
        SANDBOX_URL: urls.sandbox,
        ...(slack?.env ?? { DESK_URL: urls.desk }),
      },
      ready: `${urls.station}/favicon.ico`,
      log: join(folder, 'station.log'),
    }),
  }
}
