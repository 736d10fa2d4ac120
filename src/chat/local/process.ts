import { serve } from '@hono/node-server'
import pino from 'pino'
import { z } from 'zod'
import { systemClock } from '../../system-clock.ts'
import { createDesk } from './desk.ts'

// The desk as a process of its own: `npm run desk`.
const env = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3_002),
    HOST: z.string().default('127.0.0.1'),
    DESK_DATABASE_URL: z.string().startsWith('file:').default('file:data/desk.db'),
    DESK_TOKEN: z.string().min(1).optional(),
    LOG_LEVEL: z.string().default('info'),
  })
  .parse(process.env)

const log = pino({ level: env.LOG_LEVEL })
const desk = createDesk({
  file: env.DESK_DATABASE_URL.slice('file:'.length),
  clock: systemClock(),
  log,
  token: env.DESK_TOKEN ?? null,
})
const server = serve({ fetch: desk.app.fetch, port: env.PORT, hostname: env.HOST }, ({ port }) =>
  log.info({ port }, `desk: http://${env.HOST}:${port}/desk`),
)

const stop = () => {
  server.close(() => desk.close())
  // Pages and the station's long poll would hold the server open until their wait is over.
  if ('closeAllConnections' in server) server.closeAllConnections()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
