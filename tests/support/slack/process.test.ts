import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { WebClient } from '@slack/web-api'
import { expect, onTestFinished, test } from 'vitest'
import { type SlackClient, slackClient } from './client.ts'

async function started(env: Record<string, string> = {}): Promise<SlackClient> {
  const file = resolve(import.meta.dirname, 'process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', file], { env: { ...process.env, PORT: '0', ...env } })
  onTestFinished(() => void child.kill('SIGTERM'))
  const url = await new Promise<string>((found, failed) => {
    child.stdout.on('data', (data) => found(/http:\S+/.exec(String(data))?.[0] ?? ''))
    child.once('exit', (code) => failed(new Error(`ended with ${code}`)))
  })
  return slackClient(url)
}

test('a run from outside plays the people, follows what appears, and switches faults', async () => {
  const slack = await started({ SLACK_LIMITS: 'off', SLACK_BOT_TOKEN: 'xoxb-of-the-run' })
  const { url, botToken } = await slack.about()
  expect(botToken).toBe('xoxb-of-the-run')
  await slack.person({ name: 'delft' })
  const channel = await slack.channel('desk', { botIn: true, members: ['delft'] })
  const client = new WebClient(botToken, {
    slackApiUrl: `${url}/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
  await client.chat.postMessage({ channel, text: 'Kaart' })
  await slack.types('delft', 'desk', 'Dag')
  const seen = await slack.since(0)
  expect(seen.map(({ seq, kind, message }) => [seq, kind, message.text])).toEqual([
    [1, 'posted', 'Kaart'],
    [2, 'posted', 'Dag'],
  ])
  expect(await slack.since(1)).toHaveLength(1)
  await slack.fault({ kind: 'limited', retryAfter: 3, times: 1 })
  await expect(client.chat.postMessage({ channel, text: 'Nee' })).rejects.toThrow()
  expect((await slack.requests(1))[0]).toMatchObject({ method: 'chat.postMessage', status: 429 })
  await expect(slack.types('niemand', 'desk', 'Dag')).rejects.toThrow('nobody is called niemand')
  expect(await slack.modal('delft')).toBeNull()
})
