import { z } from 'zod'
import { FakeYouTube } from './fake.ts'

// The fake as a process of its own, for runs with children: tsx tests/support/youtube/process.ts.
const env = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(4_406),
    /** Units a day; `off`: no quota. */
    YOUTUBE_QUOTA: z.union([z.literal('off').transform(() => null), z.coerce.number().int().min(0)]).default(10_000),
  })
  .parse(process.env)

const youtube = await FakeYouTube.start({ port: env.PORT, quota: env.YOUTUBE_QUOTA })
process.stdout.write(`youtube: ${youtube.url}\n`)

const stop = () => void youtube.stop().then(() => process.exit(0))
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
