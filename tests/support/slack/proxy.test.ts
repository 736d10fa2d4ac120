import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { SocketModeClient } from '@slack/socket-mode'
import { LogLevel, WebClient } from '@slack/web-api'
import { ProxyAgent, fetch as undiciFetch } from 'undici'
import { afterEach, expect, test } from 'vitest'
import { FakeSlack } from './fake.ts'
import { startProxy } from './proxy.ts'

const open: { stop(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop()
})

async function behindProxy() {
  const slack = await FakeSlack.start({ publicSocket: 'wss' })
  const proxy = await startProxy(slack.url)
  const agent = new ProxyAgent({ uri: proxy.url, requestTls: { ca: readFileSync(proxy.ca) } })
  const throughProxy = ((url: string, init: object) => undiciFetch(url, { ...init, dispatcher: agent })) as typeof fetch
  open.push(slack, proxy, { stop: () => agent.destroy() })
  const client = (token: string) => new WebClient(token, { fetch: throughProxy, retryConfig: { retries: 0 } })
  return { slack, proxy, agent, client, throughProxy }
}

test('an unchanged client behind the proxy reaches the fake at https://slack.com', async () => {
  const { slack, proxy, client } = await behindProxy()
  await slack.channel('desk', { botIn: true })
  await client(slack.botToken).chat.postMessage({ channel: slack.channelNamed('desk')!.id, text: 'Dag' })
  expect(slack.messages('desk').map(({ text }) => text)).toEqual(['Dag'])
  expect(proxy.asked).toEqual(['slack.com'])
})

test('the socket goes through the proxy to wss-primary.slack.com, and events are acknowledged there', async () => {
  const { slack, proxy, agent, throughProxy } = await behindProxy()
  await slack.person({ name: 'delft' })
  await slack.channel('desk', { botIn: true })
  const socket = new SocketModeClient({
    appToken: slack.appToken,
    logLevel: LogLevel.ERROR,
    dispatcher: agent,
    clientOptions: { fetch: throughProxy },
  })
  const heard: string[] = []
  socket.on('slack_event', async ({ ack, body }) => {
    heard.push(body.event.text ?? body.event.type)
    await ack()
  })
  open.push({ stop: () => socket.disconnect() })
  await socket.start()
  await slack.types('delft', 'desk', 'Hoor je mij?')
  await slack.settled()
  expect(heard).toContain('Hoor je mij?')
  expect(slack.lost).toEqual([])
  expect(proxy.asked).toEqual(['slack.com', 'wss-primary.slack.com'])
})

test.each([
  ['example.org:443', 403],
  ['slack.com.example.org:443', 403],
  ['slack.com:80', 403],
  ['slack.com:443', 200],
])('the proxy answers a wish for %s with %i', async (path, status) => {
  const { proxy } = await behindProxy()
  const asked = request(proxy.url, { method: 'CONNECT', path }).end()
  const answered = await new Promise((resolve) => {
    asked.on('connect', ({ statusCode }, socket) => {
      socket.destroy()
      resolve(statusCode)
    })
  })
  expect(answered).toBe(status)
})

test('a proxy that is down refuses all of them', async () => {
  const { slack, proxy, client } = await behindProxy()
  proxy.refusing = true
  await expect(client(slack.botToken).auth.test()).rejects.toThrow()
  expect(slack.requests).toEqual([])
})
