import { serve } from '@hono/node-server'
import pino from 'pino'
import { z } from 'zod'
import { systemClock } from '../../system-clock.ts'
import { createSandbox } from './sandbox.ts'

// The sandbox as a process of its own: `npm run sandbox`.
const env = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3_001),
    HOST: z.string().default('127.0.0.1'),
    SANDBOX_DATABASE_URL: z.string().startsWith('file:').default('file:data/sandbox.db'),
    LOG_LEVEL: z.string().default('info'),
  })
  .parse(process.env)

const log = pino({ level: env.LOG_LEVEL })
const sandbox = createSandbox({ file: env.SANDBOX_DATABASE_URL.slice('file:'.length), clock: systemClock(), log })
const server = serve({ fetch: sandbox.app.fetch, port: env.PORT, hostname: env.HOST }, ({ port }) =>
  log.info({ port }, `sandbox: http://${env.HOST}:${port}/audience`),
)

const stop = () => {
  server.close(() => sandbox.close())
  // Whoever waits for news would hold the server open until the wait is over.
  if ('closeAllConnections' in server) server.closeAllConnections()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
