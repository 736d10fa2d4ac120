import { z } from 'zod'
import { FakeYouTube } from './fake.ts'

// The fake as a process of its own, for runs with children: tsx tests/support/youtube/process.ts.
const env = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(4_406),
    /** Units a day; `off`: no quota. */
    YOUTUBE_QUOTA: z.union([z.literal('off').transform(() => null), z.coerce.number().int().min(0)]).default(10_000),
    YOUTUBE_CLIENT_ID: z.string().optional(),
    YOUTUBE_CLIENT_SECRET: z.string().optional(),
    YOUTUBE_REFRESH_TOKEN: z.string().optional(),
  })
  .parse(process.env)

const youtube = await FakeYouTube.start({ port: env.PORT, quota: env.YOUTUBE_QUOTA })
youtube.oauth.clientId = env.YOUTUBE_CLIENT_ID ?? youtube.oauth.clientId
youtube.oauth.clientSecret = env.YOUTUBE_CLIENT_SECRET ?? youtube.oauth.clientSecret
youtube.oauth.refreshToken = env.YOUTUBE_REFRESH_TOKEN ?? youtube.oauth.refreshToken
process.stdout.write(`youtube: ${youtube.url}\n`)

const stop = () => void youtube.stop().then(() => process.exit(0))
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
