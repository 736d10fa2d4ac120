import { z } from 'zod'
import { FakeFacebook } from './fake.ts'

// The fake as a process of its own, for runs with children: tsx tests/support/facebook/process.ts.
const env = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(4_405),
    FACEBOOK_APP_ID: z.string().optional(),
    FACEBOOK_APP_SECRET: z.string().optional(),
    FACEBOOK_PAGE_ID: z.string().optional(),
    FACEBOOK_PAGE_TOKEN: z.string().optional(),
    /** Calls in an hour; 0: no limit. */
    FACEBOOK_PER_HOUR: z.coerce.number().int().min(0).default(0),
    /** The station's address for webhooks; absent: nothing is delivered. */
    FACEBOOK_WEBHOOK: z.url().optional(),
  })
  .parse(process.env)

const facebook = await FakeFacebook.start({
  port: env.PORT,
  perHour: env.FACEBOOK_PER_HOUR,
  ...(env.FACEBOOK_APP_ID ? { appId: env.FACEBOOK_APP_ID } : {}),
  ...(env.FACEBOOK_APP_SECRET ? { appSecret: env.FACEBOOK_APP_SECRET } : {}),
  ...(env.FACEBOOK_PAGE_TOKEN ? { pageToken: env.FACEBOOK_PAGE_TOKEN } : {}),
  ...(env.FACEBOOK_PAGE_ID
    ? { page: { id: env.FACEBOOK_PAGE_ID, name: 'Bibliotheek De Voorbeeld', username: 'bibliotheekvoorbeeld' } }
    : {}),
})
if (env.FACEBOOK_WEBHOOK) facebook.webhooks.to(env.FACEBOOK_WEBHOOK)
process.stdout.write(`facebook: ${facebook.url}\n`)

const stop = () => {
  facebook.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      process.exit(1)
    },
  )
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
