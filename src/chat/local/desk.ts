import { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Clock } from '../../model/clock.ts'
import { loopback } from '../../web/loopback.ts'
import { answerErrors } from './answer-errors.ts'
import { limitBody } from './body.ts'
import { Bus } from './bus.ts'
import { openDatabase } from './database.ts'
import { Faults } from './faults.ts'
import { deskPage } from './page/page.ts'
import type { Parts } from './parts.ts'
import { Refusal } from './refusal.ts'
import { channelRoutes } from './routes/channels.ts'
import { eventRoutes } from './routes/events.ts'
import { faultRoutes } from './routes/faults.ts'
import { messageRoutes } from './routes/messages.ts'
import { stationRoutes } from './routes/station.ts'
import { openStore } from './store/store.ts'
import { requireToken } from './token.ts'

export interface LocalDesk {
  /** Answers /desk and everything below it, to this machine only. */
  app: Hono
  close(): void
}

export interface DeskOptions {
  /** The desk's own SQLite file, a path or `:memory:`. */
  file: string
  clock: Clock
  log: Logger
  /** Asked of every page and script while a network is live; null where nobody is asked. */
  token?: string | null
}

/** Plays the team's chat platform, with channels, threads, buttons and private answers of its own. */
export function createDesk({ file, clock, log, token = null }: DeskOptions): LocalDesk {
  const store = openStore(openDatabase(file))
  const parts: Parts = { store, bus: new Bus(), faults: new Faults(), clock, log, station: { asked: null } }

  const app = new Hono()
  app.onError(answerErrors(parts))
  app.notFound((c) => answerErrors(parts)(new Refusal(404, 'nothing-here', { path: c.req.path.slice(0, 200) }), c))
  app.use(loopback(), requireToken(token), limitBody)
  app.route('/desk/station', stationRoutes(parts))
  app.route('/desk/faults', faultRoutes(parts.faults))
  app.route('/desk/channels', channelRoutes(parts))
  app.route('/desk/events', eventRoutes(parts))
  app.route('/desk', messageRoutes(parts))
  app.route('/desk', deskPage(parts))
  return { app, close: () => store.close() }
}
