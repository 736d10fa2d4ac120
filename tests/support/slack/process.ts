import { z } from 'zod'
import { FakeSlack } from './fake.ts'

// The fake as a process of its own, for runs with children: tsx tests/support/slack/process.ts.
const env = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(4_403),
    SLACK_LIMITS: z.enum(['on', 'off']).default('on'),
    SLACK_MODE: z.enum(['socket', 'http']).default('socket'),
    SLACK_REQUEST_URL: z.string().optional(),
    /** `wss` gives the app Slack's own addresses, for runs behind the proxy or in a network of their own. */
    SLACK_ADDRESSES: z.enum(['loopback', 'wss']).default('loopback'),
    /** What Slack itself writes in channels when people come and go. */
    SLACK_NOISE: z.enum(['on', 'off']).default('off'),
    SLACK_BOT_TOKEN: z.string().optional(),
    SLACK_APP_TOKEN: z.string().optional(),
    SLACK_SIGNING_SECRET: z.string().optional(),
  })
  .parse(process.env)

const slack = await FakeSlack.start({
  port: env.PORT,
  limits: env.SLACK_LIMITS === 'on',
  mode: env.SLACK_MODE,
  publicSocket: env.SLACK_ADDRESSES,
  noise: env.SLACK_NOISE === 'on',
  ...(env.SLACK_REQUEST_URL ? { requestUrl: env.SLACK_REQUEST_URL } : {}),
  ...(env.SLACK_BOT_TOKEN ? { botToken: env.SLACK_BOT_TOKEN } : {}),
  ...(env.SLACK_APP_TOKEN ? { appToken: env.SLACK_APP_TOKEN } : {}),
  ...(env.SLACK_SIGNING_SECRET ? { signingSecret: env.SLACK_SIGNING_SECRET } : {}),
})
process.stdout.write(`slack: ${slack.url}\n`)

const stop = () => void slack.stop().then(() => process.exit(0))
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
