import { z } from 'zod'
import { FakeX } from './fake.ts'

// The fake as a process of its own, for runs with children: tsx tests/support/x/process.ts.
const env = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(4_404),
    X_LIMITS: z.enum(['on', 'off']).default('on'),
    X_USERNAME: z.string().optional(),
    X_ACCESS: z.enum(['read', 'read-write', 'read-write-directmessages']).default('read-write-directmessages'),
    X_API_KEY: z.string().optional(),
    X_API_SECRET: z.string().optional(),
    X_ACCESS_TOKEN: z.string().optional(),
    X_ACCESS_SECRET: z.string().optional(),
  })
  .parse(process.env)

const x = await FakeX.start({
  port: env.PORT,
  limits: env.X_LIMITS === 'on',
  access: env.X_ACCESS,
  ...(env.X_USERNAME ? { username: env.X_USERNAME } : {}),
  ...(env.X_API_KEY ? { apiKey: env.X_API_KEY } : {}),
  ...(env.X_API_SECRET ? { apiSecret: env.X_API_SECRET } : {}),
  ...(env.X_ACCESS_TOKEN ? { accessToken: env.X_ACCESS_TOKEN } : {}),
  ...(env.X_ACCESS_SECRET ? { accessSecret: env.X_ACCESS_SECRET } : {}),
})
process.stdout.write(`x: ${x.url}\n`)

const stop = () =>
  void x.stop().then(
    () => process.exit(0),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`)
      process.exit(1)
    },
  )
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
