import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import pino from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Snapshot } from '../../src/model/health.ts'
import { createFront, type FrontParts } from '../../src/web/front.ts'
import { loopback } from '../../src/web/loopback.ts'
import { embedded, type Outsider, remote } from '../../src/web/outsider.ts'

const WELL: Snapshot = {
  at: 1_000_000,
  since: 0,
  version: '1.2.3',
  database: null,
  networks: [
    {
      name: 'x',
      source: 'mentions',
      live: false,
      lastPoll: 999_000,
      lag: 1_000,
      pause: 0,
      behind: 0,
      saving: false,
      error: null,
    },
  ],
  chats: [{ platform: 'desk', ok: true, troubles: [] }],
  paused: false,
  outbox: { queued: 0, oldest: 0, sending: 0, longest: 0, unknown: 0, person: 0, rejectedToday: 2 },
  airing: { nextDue: 2_000_000, overdue: 0, late: 0 },
  intake: { open: 0, oldest: 0 },
  pushed: { open: 0, oldest: 0 },
}

const silent = pino({ level: 'silent' })

/** A stand-in that says what it was asked, streams, and guards itself as the real ones do. */
function standIn(closed = () => {}) {
  return new Hono()
    .use(loopback())
    .get('/:place/stream', (c) =>
      streamSSE(c, async (stream) => {
        stream.onAbort(closed)
        await stream.writeSSE({ id: '1', data: 'first' })
        await new Promise((stop) => stream.onAbort(() => stop(undefined)))
      }),
    )
    .all('*', async (c) => {
      const { pathname, search } = new URL(c.req.url)
      return c.json({ method: c.req.method, path: pathname + search, body: await c.req.text() }, 201)
    })
}

const front = (parts: Partial<FrontParts> = {}) => {
  const outsider = embedded(standIn())
  const health = async () => WELL
  return createFront({ sandbox: outsider, desk: outsider, health, onRestore: () => {}, log: silent, ...parts })
}

async function listen(app: Hono): Promise<string> {
  const server: ServerType = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  onTestFinished(() => {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('the address alone leads to the desk', async () => {
  const answer = await front().request('/')
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/desk'])
})

const BOTH: [string, (app: Hono) => Promise<Outsider>][] = [
  ['inside the station', async (app) => embedded(app)],
  ['as a process of its own', async (app) => remote(await listen(app))],
]

test.each(BOTH)('a stand-in %s gets method, path, question and body as they were', async (_where, outsiderOf) => {
  const outsider = await outsiderOf(standIn())
  const address = await listen(front({ sandbox: outsider, desk: outsider }))
  for (const path of ['/desk', '/desk/messages?as=curator-delft', '/audience', '/sandbox/messages/a%2Fb']) {
    const patch = { method: 'PATCH', body: 'één' }
    const answer = await fetch(address + path, { ...patch, headers: { origin: address } })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({ ...patch, path })
  }
  expect(await (await outsider.call('/desk/x', { method: 'POST', body: '1' })).json()).toMatchObject({
    path: '/desk/x',
  })
})

test.each(BOTH)(
  'events of a stand-in %s come as they happen, and it hears when nobody listens',
  async (_where, outsiderOf) => {
    const closed = vi.fn()
    const outsider = await outsiderOf(standIn(closed))
    const address = await listen(front({ desk: outsider }))
    const gone = new AbortController()
    const answer = await fetch(`${address}/desk/stream`, { signal: gone.signal })
    const { value } = await answer.body!.getReader().read()
    expect(new TextDecoder().decode(value)).toContain('data: first')
    gone.abort()
    await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  },
)

test.each(['/desk', '/audience', '/sandbox/messages', '/admin/restore'])(
  '%s is for this machine only',
  async (path) => {
    const onRestore = vi.fn()
    const app = front({ onRestore })
    const from = { incoming: { socket: { remoteAddress: '192.168.1.20', remotePort: 1, remoteFamily: 'IPv4' } } }
    const answer = await app.request(path, { method: 'POST', headers: { host: '127.0.0.1:3000' } }, from)
    expect(answer.status).toBe(403)
    expect((await app.request(path, { method: 'POST', headers: { origin: 'https://evil.example' } })).status).toBe(403)
    expect(onRestore).not.toHaveBeenCalled()
  },
)

test('what is too large, missing, broken or away is answered with a sentence', async () => {
  const away: Outsider = { serve: () => Promise.reject(new Error('ECONNREFUSED')), call: () => Promise.reject() }
  const broken = () => Promise.reject(new Error('no disk'))
  const app = front({ desk: away, health: broken })
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await app.request(path, { ...init, headers: { 'accept-language': 'nl', ...init.headers } })
    return [answer.status, ((await answer.json()) as { message: string }).message]
  }
  const big = 'x'.repeat(2 * 1024 * 1024 + 1)
  expect(await ask('/nowhere')).toEqual([
    404,
    'Deze pagina is er niet. Het team werkt op /desk, het publiek schrijft op /audience.',
  ])
  expect(
    await ask('/sandbox/messages', { method: 'POST', body: big, headers: { 'content-length': String(big.length) } }),
  ).toEqual([413, 'Dit is te groot: hooguit 2 MB in één keer.'])
  expect(await ask('/sandbox/messages', { method: 'POST', body: big })).toMatchObject([413, expect.any(String)])
  expect(await ask('/desk')).toMatchObject([502, expect.stringContaining('even niet te bereiken')])
  expect(await ask('/healthz')).toMatchObject([500, expect.stringContaining('Er ging hier iets mis')])
})

test('a browser gets the sentence as a page, and nothing that it asked for in it', async () => {
  const answer = await front().request('/<script>alert(1)</script>?lang=nl', { headers: { accept: 'text/html' } })
  const page = await answer.text()
  expect(page).toContain('<p>Deze pagina is er niet.')
  expect(page).not.toContain('script')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('a stand-in decides about its own pages', async () => {
  const strict = new Hono().get('/desk', (c) => c.text('', 200, { 'content-security-policy': "default-src 'self'" }))
  const answer = await front({ desk: embedded(strict) }).request('/desk')
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'")
})

test('a restore is asked for with a POST on this machine, and begins when the answer is out', async () => {
  const onRestore = vi.fn()
  const address = await listen(front({ onRestore }))
  expect((await fetch(`${address}/admin/restore`)).status).toBe(404)
  const answer = await fetch(`${address}/admin/restore`, { method: 'POST' })
  expect([answer.status, await answer.json()]).toEqual([202, { accepted: true }])
  await vi.waitFor(() => expect(onRestore).toHaveBeenCalledOnce())
})

test('health is 200 with what is up, and 503 with the reason in words when it is stuck', async () => {
  const well = await front().request('/healthz')
  expect(well.status).toBe(200)
  expect(await well.json()).toEqual({ status: 'ok', reasons: [], ...WELL })
  const stuck = front({ health: async () => ({ ...WELL, outbox: { ...WELL.outbox, queued: 4, oldest: 11 * 60_000 } }) })
  const answer = await stuck.request('/healthz?lang=nl')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({
    status: 'stuck',
    reasons: ['Er gaat niets meer uit: het eerste van 4 wachtende berichten wacht al 11 minuten.'],
  })
})

/** A request as it comes from elsewhere, passed on by a proxy. */
const FROM_SLACK = {
  method: 'POST',
  headers: {
    host: 'station.example.nl',
    'x-forwarded-for': '3.3.3.3',
    'x-slack-signature': 'v0=1',
    'content-type': 'text/plain',
  },
}
const ELSEWHERE = { incoming: { socket: { remoteAddress: '192.168.1.20', remotePort: 1, remoteFamily: 'IPv4' } } }

test('what Slack calls reaches the chat byte for byte, from anywhere, and gets its very answer', async () => {
  const webhook = vi.fn<NonNullable<FrontParts['webhook']>>(async () => ({
    status: 201,
    headers: { 'content-type': 'text/x-slack' },
    body: 'één',
  }))
  const body = '\uFEFF{ "text":  "\\u00e9\u0000é" }\r\n'
  const answer = await front({ webhook }).request('/slack/events', { ...FROM_SLACK, body }, ELSEWHERE)
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([201, 'text/x-slack', 'één'])
  const [asked] = webhook.mock.calls[0] ?? []
  expect(asked?.body).toBe(body)
  expect(asked?.headers['x-slack-signature']).toBe('v0=1')
})

test('a body over a megabyte is refused before the chat hears of it, however it says its length', async () => {
  const webhook = vi.fn(async () => ({ status: 200, headers: {}, body: '' }))
  const app = front({ webhook })
  const body = 'x'.repeat(1024 * 1024 + 1)
  for (const headers of [{}, { 'content-length': String(body.length) }]) {
    const answer = await app.request('/slack/events', { method: 'POST', body, headers }, ELSEWHERE)
    expect(answer.status).toBe(413)
  }
  expect(webhook).not.toHaveBeenCalled()
})

test('where the chat has no such door there is nothing at its address, and nobody can look at it with a browser', async () => {
  expect((await front().request('/slack/events', { ...FROM_SLACK, body: '{}' }, ELSEWHERE)).status).toBe(404)
  const webhook = vi.fn(async () => ({ status: 200, headers: {}, body: '' }))
  expect((await front({ webhook }).request('/slack/events')).status).toBe(404)
  expect(webhook).not.toHaveBeenCalled()
})

test('a team that is in Slack is not sought at the desk: the address leads to the public, the desk says where it is', async () => {
  const app = front({ desk: null })
  expect((await app.request('/')).headers.get('location')).toBe('/audience')
  for (const path of ['/desk', '/desk/channels']) {
    const answer = await app.request(path, { headers: { 'accept-language': 'nl' } })
    expect([answer.status, await answer.json()]).toEqual([
      404,
      {
        error: 'desk-in-slack',
        message: 'De redactie van dit station werkt in Slack. Het publiek schrijft op /audience.',
      },
    ])
  }
  expect((await app.request('/desk', {}, ELSEWHERE)).status).toBe(403)
})
