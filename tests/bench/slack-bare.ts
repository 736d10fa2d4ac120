import { readFileSync } from 'node:fs'
import { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { openOutside } from '../../src/web/outside.ts'

// A bare loop beside which the station's own path stands: one WebClient that posts the messages of a file one after the
// other, through the same proxy. It prints how many a second it did.
const { FILE, HTTPS_PROXY, SLACK_BOT_TOKEN } = z
  .object({ FILE: z.string(), HTTPS_PROXY: z.string(), SLACK_BOT_TOKEN: z.string() })
  .parse(process.env)
const messages = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>[]
const { fetch, close } = openOutside({ url: HTTPS_PROXY, except: '' })
const client = new WebClient(SLACK_BOT_TOKEN, { retryConfig: { retries: 0 }, fetch })

await client.apiCall('auth.test')
const started = performance.now()
for (const message of messages) await client.apiCall('chat.postMessage', message)
process.stdout.write(`${(messages.length * 1_000) / (performance.now() - started)}\n`)
await close()
