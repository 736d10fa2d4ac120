import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { createApi } from '../../../src/chat/slack/api.ts'
import type { Reply } from '../../../src/chat/slack/parts.ts'
import { ManualClock } from '../../support/clock.ts'

const broken =
  (code: string, more: object = {}) =>
  () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(`connect ${code}`), { code, ...more }) })
  }
const answers =
  (body: unknown, init: ResponseInit = {}) =>
  () =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), init)

/** An API whose line is whatever the test says. */
function lineOf(...sends: (() => Response)[]) {
  const clock = new ManualClock()
  const told: string[] = []
  const logged: string[] = []
  const asked: { url: string; init: RequestInit | undefined }[] = []
  const api = createApi(
    {
      botToken: 'xoxb-secret-token',
      clock,
      log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
      fetch: async (url, init) => {
        asked.push({ url: String(url), init })
        const send = sends.length > 1 ? sends.shift() : sends[0]
        if (!send) throw new Error('nothing more was expected')
        return send()
      },
    },
    (code, facts, mended) => told.push(`${mended ? 'mended' : 'trouble'} ${[code, ...Object.values(facts)].join(' ')}`),
  )
  return { api, clock, told, logged, asked }
}

test('a method that Slack wants left alone is called again when that is over; messages go by their channel', async () => {
  const busy = answers('', { status: 429, headers: { 'retry-after': '30' } })
  const { api, clock, asked } = lineOf(busy, answers({ ok: true }), busy, answers({ ok: true }))
  await api.call('conversations.history', { channel: 'C1' })
  clock.advance(10_000)
  expect(await api.call('conversations.history', { channel: 'C2' })).toEqual({ kind: 'limited', after: 20_000 })
  expect(asked).toHaveLength(1)
  expect((await api.call('conversations.replies', { channel: 'C1', ts: '1.2' })).kind).toBe('ok')
  expect((await api.call('chat.postMessage', { channel: 'C1' })).kind).toBe('limited')
  expect((await api.call('chat.postMessage', { channel: 'C2' })).kind).toBe('ok')
  clock.advance(20_000)
  expect((await api.call('conversations.history', { channel: 'C1' })).kind).toBe('ok')
})

const replies: [string, () => Response, Reply][] = [
  ['an answer', answers({ ok: true, ts: '1.2' }), { kind: 'ok', body: { ok: true, ts: '1.2', response_metadata: {} } }],
  [
    'a no',
    answers({ ok: false, error: 'channel_not_found' }),
    { kind: 'refused', error: 'channel_not_found', needed: null },
  ],
  [
    'a missing scope',
    answers({ ok: false, error: 'missing_scope', needed: 'channels:join' }),
    { kind: 'refused', error: 'missing_scope', needed: 'channels:join' },
  ],
  ['too fast', answers('', { status: 429, headers: { 'retry-after': '7' } }), { kind: 'limited', after: 7_000 }],
  ['too fast, without saying how long', answers('', { status: 429 }), { kind: 'limited', after: 10_000 }],
  ['too fast, in a 200', answers({ ok: false, error: 'ratelimited' }), { kind: 'limited', after: 10_000 }],
  ['a 502', answers('bad gateway', { status: 502 }), { kind: 'lost', reason: 'HTTP 502' }],
  ['half done', answers({ ok: false, error: 'fatal_error' }), { kind: 'lost', reason: 'fatal_error' }],
  ['a proxy’s page', answers('<html>please log in</html>'), { kind: 'lost', reason: 'not JSON' }],
  ['nothing at all', answers(''), { kind: 'lost', reason: 'not JSON' }],
  ['null', answers('null'), { kind: 'lost', reason: 'connection lost' }],
  ['nobody home', broken('ECONNREFUSED'), { kind: 'unsent', reason: 'ECONNREFUSED' }],
  ['no such name', broken('ENOTFOUND'), { kind: 'unsent', reason: 'ENOTFOUND' }],
  ['a connection that never was', broken('ETIMEDOUT', { syscall: 'connect' }), { kind: 'unsent', reason: 'ETIMEDOUT' }],
  [
    'a proxy that refuses',
    () => {
      const proxy = Object.assign(new Error('Proxy response (403) !== 200 when HTTP Tunneling'), {
        code: 'UND_ERR_ABORTED',
      })
      throw new TypeError('fetch failed', { cause: new Error('Request was cancelled.', { cause: proxy }) })
    },
    { kind: 'unsent', reason: 'proxy 403' },
  ],
  [
    'a certificate that nobody knows',
    broken('SELF_SIGNED_CERT_IN_CHAIN'),
    { kind: 'unsent', reason: 'SELF_SIGNED_CERT_IN_CHAIN' },
  ],
  ['a line that drops', broken('ECONNRESET'), { kind: 'lost', reason: 'ECONNRESET' }],
  [
    'a timeout',
    () => {
      throw new DOMException('aborted', 'TimeoutError')
    },
    { kind: 'lost', reason: 'timeout' },
  ],
]

test.each(replies)('%s is told apart from the rest, and asked for once', async (_, send, reply) => {
  const { api, asked } = lineOf(send)
  expect(await api.call('chat.postMessage', { channel: 'C1', text: 'x' })).toEqual(reply)
  expect(asked).toHaveLength(1)
  expect(asked[0]?.url).toBe('https://slack.com/api/chat.postMessage')
})

test('a line that drops while the answer comes in may have done its work', async () => {
  const half = () =>
    new Response(
      new ReadableStream({
        pull: (it) => it.error(Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })),
      }),
    )
  expect(await lineOf(half).api.call('chat.postMessage', { channel: 'C1', text: 'x' })).toMatchObject({ kind: 'lost' })
})

test('neither a token nor what anybody wrote ever reaches the log', async () => {
  const messages = ['[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]']
  const { api, logged } = lineOf(
    answers({ ok: true, message: { text: 'her secret words' } }),
    answers({ ok: false, error: 'invalid_blocks', response_metadata: { messages } }),
    answers('<html>her secret words</html>', { status: 500 }),
    broken('ECONNRESET'),
  )
  for (let n = 0; n < 4; n += 1) await api.call('chat.postMessage', { channel: 'C1', text: 'her secret words' })
  expect(logged.join('')).toContain('json-pointer:/blocks/0/text/text')
  expect(logged.join('')).toContain('invalid_blocks')
  expect(logged.join('')).not.toMatch(/secret/)
})

describe('what a person must mend is told once, and once more when it is mended', () => {
  test('a token that is revoked', async () => {
    const bad = answers({ ok: false, error: 'token_revoked' })
    const { api, told, clock } = lineOf(bad, bad, answers('', { status: 429 }), answers({ ok: true }))
    for (let n = 0; n < 3; n += 1) {
      await api.call('auth.test', {})
      expect(api.reachable).toBe(false)
    }
    expect(told).toEqual(['trouble slack-token token_revoked'])
    clock.advance(10_000)
    await api.call('auth.test', {})
    expect(api.reachable).toBe(true)
    expect(told.slice(1)).toEqual(['mended slack-token token_revoked'])
  })

  test('the token of the socket, which the other one does not mend', async () => {
    const { api, told } = lineOf(answers({ ok: false, error: 'invalid_auth' }), answers({ ok: true }))
    await api.call('apps.connections.open', { token: 'xapp-1' })
    expect(api.reachable).toBe(true)
    await api.call('auth.test', {})
    expect(told).toEqual(['trouble slack-app-token invalid_auth'])
    await api.call('apps.connections.open', { token: 'xapp-1' })
    expect(told.slice(1)).toEqual(['mended slack-app-token invalid_auth'])
  })

  test('a scope, which is mended when what missed it works', async () => {
    const missing = answers({ ok: false, error: 'missing_scope', needed: 'channels:join' })
    const { api, told } = lineOf(missing, missing, answers({ ok: true }))
    await api.call('conversations.join', { channel: 'C1' })
    await api.call('conversations.join', { channel: 'C2' })
    await api.call('auth.test', {})
    expect(told).toEqual(['trouble slack-scope channels:join conversations.join'])
    await api.call('conversations.join', { channel: 'C1' })
    expect(told.slice(1)).toEqual(['mended slack-scope channels:join conversations.join'])
  })

  test('a line that is down for a minute, and not one that is down for less', async () => {
    const down = broken('ECONNREFUSED')
    const { api, told, clock } = lineOf(down, down, down, down, answers({ ok: true }))
    await api.call('auth.test', {})
    expect(api.reachable).toBe(false)
    clock.step(3_600_000)
    await api.call('auth.test', {})
    expect(told).toEqual([])
    clock.advance(60_000)
    await api.call('auth.test', {})
    await api.call('auth.test', {})
    expect(told).toEqual(['trouble slack-unreachable ECONNREFUSED'])
    await api.call('auth.test', {})
    expect(told.slice(1)).toEqual(['mended slack-unreachable ECONNREFUSED'])
    expect(api.reachable).toBe(true)
  })
})

describe('an answer goes to the address that came with a command', () => {
  test('as JSON, and as Slack’s own', async () => {
    const { api, asked } = lineOf(answers('ok'))
    const url = 'https://hooks.slack.com/actions/T1/2/abc'
    expect(await api.respond(url, { text: 'hallo' })).toEqual({ kind: 'ok', body: {} })
    expect(asked).toMatchObject([{ url, init: { body: '{"text":"hallo"}', redirect: 'error' } }])
  })

  test.each([
    'http://hooks.slack.com/actions/T1',
    'https://hooks.slack.com.evil.example/actions',
    'https://hooks.slack.com@evil.example/',
    'https://hooks.slack.com:8443/actions',
    'http://169.254.169.254/',
    'nonsense',
  ])('and nowhere else: %s', async (url) => {
    const { api, asked } = lineOf(answers('ok'))
    expect(await api.respond(url, { text: 'hallo' })).toMatchObject({ kind: 'refused' })
    expect(asked).toEqual([])
  })

  test.each([
    [answers('used_url', { status: 404 }), { kind: 'refused', error: 'http_404', needed: null }],
    [answers('', { status: 429, headers: { 'retry-after': '3' } }), { kind: 'limited', after: 3_000 }],
    [answers('', { status: 503 }), { kind: 'lost', reason: 'HTTP 503' }],
    [broken('ECONNREFUSED'), { kind: 'unsent', reason: 'ECONNREFUSED' }],
  ] as const)('and what comes of it is told apart', async (send, reply) => {
    expect(await lineOf(send).api.respond('https://hooks.slack.com/x', {})).toEqual(reply)
  })
})
