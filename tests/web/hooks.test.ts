import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import pino from 'pino'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { NetworkName } from '../../src/model/network.ts'
import { answerHook as answerFacebook } from '../../src/networks/facebook/hook/answer.ts'
import type { Hook } from '../../src/networks/network.ts'
import { answerHook as answerX } from '../../src/networks/x/hook.ts'
import { listen } from '../../src/start/listen.ts'
import type { Store } from '../../src/store/database.ts'
import { systemClock } from '../../src/system-clock.ts'
import { hookListener } from '../../src/web/hook-listener.ts'
import { ear, networkWith } from '../inbound/playground.ts'

const SECRET = 'a-secret-of-the-tests'
const read: Hook['read'] = async () => []
const HOOKS: Record<'x' | 'facebook', Hook> = {
  x: { answer: (request) => answerX(SECRET, request), read },
  facebook: { answer: answerFacebook('a word of ours', SECRET), read },
}
const hmac = (body: string | Buffer, secret = SECRET) => createHmac('sha256', secret).update(body)
const SIGN: Record<'x' | 'facebook', (body: string | Buffer, secret?: string) => Record<string, string>> = {
  x: (body, secret) => ({ 'x-twitter-webhooks-signature': `sha256=${hmac(body, secret).digest('base64')}` }),
  facebook: (body, secret) => ({ 'x-hub-signature-256': `sha256=${hmac(body, secret).digest('hex')}` }),
}
const TRUE_BODY = '{"object":"page","entry":[{"id":"1","time":1,"text":"caf\\u00e9 caf\u00e9"}]}'
const REWRITTEN = JSON.stringify(JSON.parse(TRUE_BODY))
const MEGABYTE = 1024 * 1024

let store: Store
let address: string
let lines: string[]
let parses: ReturnType<typeof vi.spyOn>

beforeEach(async () => {
  lines = []
  const log = pino({ level: 'trace' }, { write: (line) => lines.push(line) })
  const networks = (['x', 'facebook'] as const).map((name) => networkWith([], { name, hook: HOOKS[name] }))
  const heard = ear(networks, { log })
  store = heard.store
  const stops: (() => unknown)[] = []
  const listener = {
    first: hookListener(heard.inbound.hooks, { clock: systemClock(), log }),
    fetch: () => new Response(null, { status: 404 }),
  }
  address = await listen({ host: '127.0.0.1', port: 0 }, listener, stops)
  onTestFinished(() => {
    for (const stop of stops) stop()
  })
  parses = vi.spyOn(JSON, 'parse')
  onTestFinished(() => parses.mockRestore())
})

const post = async (network: NetworkName, body: string | Buffer, headers: Record<string, string> = {}) =>
  (await fetch(`${address}/${network}/webhook`, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) }))
    .status
const kept = () => store.db.selectFrom('hook').select(['network', 'body']).execute()

/** Sends the head of a request and a part of its body; answers with the status, or null where the line was cut. */
function begin(network: NetworkName, head: string[], part: string, end: boolean): Promise<number | null> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let said = ''
    const status = () => Number(/^HTTP\/1.1 (\d+)/.exec(said)?.[1] ?? 0) || null
    socket.on('data', (data) => {
      said += data.toString('latin1')
      if (!end) socket.destroy()
    })
    socket.on('close', () => resolve(status()))
    socket.on('error', () => resolve(status()))
    socket.write([`POST /${network}/webhook HTTP/1.1`, 'host: a', ...head, '', part].join('\r\n'))
    if (end) socket.end()
  })
}

describe.each(['x', 'facebook'] as const)('what calls itself %s', (network) => {
  const sign = SIGN[network]

  it('is kept before it is answered where it is true, byte by byte, and once', async () => {
    expect(await post(network, TRUE_BODY, sign(TRUE_BODY))).toBe(200)
    expect(await kept()).toEqual([{ network, body: TRUE_BODY }])
    expect(await post(network, TRUE_BODY, sign(TRUE_BODY))).toBe(200)
    expect(await kept()).toHaveLength(1)
  })

  it.each<[string, () => Promise<number | null>, number | null]>([
    ['without a signature', () => post(network, TRUE_BODY), 403],
    ['with another secret', () => post(network, TRUE_BODY, sign(TRUE_BODY, 'guessed')), 403],
    ['with the signature of another body', () => post(network, TRUE_BODY, sign('{}')), 403],
    ['written anew', () => post(network, REWRITTEN, sign(TRUE_BODY)), 403],
    ['with a byte more', () => post(network, `${TRUE_BODY}\n`, sign(TRUE_BODY)), 403],
    ['with a byte order mark', () => post(network, `\ufeff${TRUE_BODY}`, sign(TRUE_BODY)), 403],
    ['cut, with the signature of the whole', () => post(network, TRUE_BODY.slice(0, 40), sign(TRUE_BODY)), 403],
    [
      'ended before its end',
      () => begin(network, ['content-length: 500', ...lineOf(sign(TRUE_BODY))], TRUE_BODY, true),
      null,
    ],
  ])('is refused %s, and leaves nothing: no row, no line, no reading of it', async (_how, send, status) => {
    parses.mockClear()
    const answered = await send()
    if (status !== null) expect(answered).toBe(status)
    else expect(answered === null || answered >= 400).toBe(true)
    expect(parses.mock.calls.filter(([text]: unknown[]) => String(text).includes('caf'))).toEqual([])
    expect(await kept()).toEqual([])
    expect(lines).toEqual([])
  })

  it('is refused at ten megabytes before they have come, whatever it is signed with', async () => {
    const large = 'x'.repeat(10 * MEGABYTE)
    const head = [`content-length: ${large.length}`, ...lineOf(sign(large))]
    expect(await begin(network, head, large.slice(0, 1_000), false)).toBe(413)
    expect(await kept()).toEqual([])
  })

  it('is refused without an end at a little more than a megabyte', async () => {
    const { port, hostname } = new URL(address)
    const call = httpRequest({ port, hostname, method: 'POST', path: `/${network}/webhook` })
    let sent = 0
    const feed = setInterval(() => {
      if (sent < 64 * MEGABYTE && call.write(Buffer.alloc(MEGABYTE / 16))) sent += MEGABYTE / 16
    }, 1)
    call.on('error', () => {})
    const [answer] = await once(call, 'response')
    clearInterval(feed)
    call.destroy()
    expect(answer.statusCode).toBe(413)
    expect(sent).toBeLessThan(20 * MEGABYTE)
    expect(await kept()).toEqual([])
  })

  it('hears 503 where it could not be kept, so that it comes again', async () => {
    const { transaction } = store
    store.transaction = () => Promise.reject(Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' }))
    expect(await post(network, TRUE_BODY, sign(TRUE_BODY))).toBe(503)
    store.transaction = transaction
    expect(await post(network, TRUE_BODY, sign(TRUE_BODY))).toBe(200)
    expect(await kept()).toHaveLength(1)
    expect(lines.join()).not.toContain('caf')
  })
})

it('answers what a network asks to know whether the address is ours, and nobody who does not know the word', async () => {
  const ask = async (path: string) => {
    const answer = await fetch(address + path)
    return [answer.status, await answer.text()]
  }
  const word = (said: string) =>
    `/facebook/webhook?${new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': said, 'hub.challenge': '12345' })}`
  expect(await ask(word('a word of ours'))).toEqual([200, '12345'])
  expect((await ask(word('guessed')))[0]).toBe(403)
  const [status, answer] = await ask('/x/webhook?crc_token=abc')
  expect([status, JSON.parse(String(answer))]).toEqual([
    200,
    { response_token: `sha256=${hmac('abc').digest('base64')}` },
  ])
  expect(await kept()).toEqual([])
})

it('has no address for a network that pushes nothing', async () => {
  expect(await post('youtube', TRUE_BODY)).toBe(404)
})

function lineOf(headers: Record<string, string>): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
}
