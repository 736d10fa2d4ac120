import { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Clock } from '../../model/clock.ts'
import { NETWORKS, type NetworkName } from '../../model/network.ts'
import { loopback } from '../../web/loopback.ts'
import { answerErrors } from './answer-errors.ts'
import { limitBody } from './body.ts'
import { openChanges } from './changes.ts'
import { Controls } from './controls.ts'
import { openDatabase } from './database.ts'
import { News } from './news.ts'
import { audiencePage } from './page/audience.ts'
import { openPublic } from './public.ts'
import { openOurs } from './publish.ts'
import { openReading } from './reading.ts'
import { Refusal } from './refusal.ts'
import { controlRoutes } from './routes/controls.ts'
import { messageRoutes } from './routes/messages.ts'
import { postRoutes } from './routes/posts.ts'
import { stationRoutes } from './routes/station.ts'
import { openStore } from './store.ts'

export interface Sandbox {
  /** Answers /sandbox/* and /audience/*, to this machine only. */
  app: Hono
  close(): void
}

interface SandboxParts {
  /** Its own SQLite file, a path or `:memory:`. */
  file: string
  clock: Clock
  log: Logger
  /** The networks that nobody else plays; absent: all. On the others the station is live, and hears nothing from here. */
  plays?: readonly NetworkName[]
}

/** Plays X, Facebook and YouTube with a public of its own. */
export function createSandbox({ file, clock, log, plays = NETWORKS }: SandboxParts): Sandbox {
  const database = openDatabase(file)
  const store = openStore(database)
  const news = new News()
  const controls = new Controls()
  const people = openPublic({ store, clock, news, plays })
  const ours = openOurs(store, clock, controls)
  const changes = openChanges(store, clock, news)

  const app = new Hono()
  app.onError(answerErrors(log))
  app.notFound((c) => answerErrors(log)(new Refusal(404, 'nothing-here', { path: c.req.path }), c))
  app.use(loopback(), limitBody)
  app.route('/sandbox/messages', messageRoutes(store, people))
  app.route('/sandbox/posts', postRoutes(store, clock))
  app.route('/sandbox/station', stationRoutes(store, ours, changes, controls, clock))
  app.route('/sandbox', controlRoutes(controls))
  app.route('/audience', audiencePage({ store, reading: openReading(database), people, clock, plays }))
  return { app, close: () => store.close() }
}
