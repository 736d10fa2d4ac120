import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { answerHook } from '../../../src/networks/facebook/hook/answer.ts'
import type { HookRequest } from '../../../src/networks/network.ts'
import { usePlayground, VERIFY } from './playground.ts'
import { HookStation } from './station.ts'

const SECRET = '5f0c1d9e8b7a6f5e4d3c2b1a09f8e7d6'
const answer = answerHook(VERIFY, SECRET)
const sign = (body: string | Buffer, secret = SECRET) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
const bring = (body: string | Buffer, signature: string | null, more: Partial<HookRequest> = {}) =>
  answer({
    method: 'POST',
    headers: signature === null ? {} : { 'x-hub-signature-256': signature },
    query: new URLSearchParams(),
    body: Buffer.from(body),
    ...more,
  })
const register = (query: Record<string, string>) =>
  bring('', null, { method: 'GET', query: new URLSearchParams(query) })
const BODY =
  '{"object":"page","entry":[{"id":"1","time":1,"changes":[{"field":"feed","value":{"message":"\\u00e9\\/"}}]}]}'

test('a registration with our word is answered with its challenge, as text', () => {
  expect(register({ 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': VERIFY })).toEqual({
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: '1158201444',
  })
})

test.each([
  ['another word', { 'hub.mode': 'subscribe', 'hub.challenge': '1', 'hub.verify_token': 'geraden' }],
  ['no word', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
  [
    'the beginning of our word',
    { 'hub.mode': 'subscribe', 'hub.challenge': '1', 'hub.verify_token': VERIFY.slice(0, 5) },
  ],
  ['another mode', { 'hub.mode': 'unsubscribe', 'hub.challenge': '1', 'hub.verify_token': VERIFY }],
])('a registration with %s is refused', (_, query) => {
  expect(register(query).status).toBe(403)
})

test('a registration cannot have the station say anything but a challenge', () => {
  const query = { 'hub.mode': 'subscribe', 'hub.challenge': '<script>alert(1)</script>', 'hub.verify_token': VERIFY }
  expect(register(query)).toEqual({ status: 400, body: 'no challenge' })
})

test('a delivery with its signature is kept as it came', () => {
  expect(bring(BODY, sign(BODY))).toEqual({ status: 200, body: 'EVENT_RECEIVED', store: BODY })
})

test.each([
  ['none', null],
  ['an empty one', ''],
  ['one by another secret', sign(BODY, 'another')],
  ['one of the older kind', `sha1=${'0'.repeat(40)}`],
  ['half of one', sign(BODY).slice(0, 40)],
  ['one in capitals', sign(BODY).toUpperCase()],
  ['one with something behind it', `${sign(BODY)}00`],
  ['one that is no hexadecimal', `sha256=${'z'.repeat(64)}`],
])('a delivery with %s as its signature is refused and not kept', (_, signature) => {
  expect(bring(BODY, signature)).toEqual({ status: 403, body: 'no' })
})

test('the signature is of the very bytes: written again, cut off or added to, it is refused', () => {
  const again = JSON.stringify(JSON.parse(BODY))
  expect(again).not.toBe(BODY)
  for (const body of [again, BODY.slice(0, -1), `${BODY} `, '']) expect(bring(body, sign(BODY)).status).toBe(403)
})

test('ten megabytes are refused, whatever their signature', () => {
  const big = Buffer.alloc(10 * 1024 * 1024, 'x')
  expect(bring(big, sign(big))).toEqual({ status: 413, body: 'too long' })
})

test('two thousand forgeries cost less than two hundred milliseconds of work', () => {
  const forged = Array.from({ length: 2_000 }, (_, n) => sign(`${n}`))
  const before = process.cpuUsage()
  for (const signature of forged) bring(BODY, signature)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1_000).toBeLessThan(200)
})

const on = usePlayground()
test('without a word of ours there is no webhook at all', () => {
  expect(on.network.hook).toBeUndefined()
})

test('over HTTP: Facebook registers, delivers, and a stranger is turned away', async () => {
  const { hook } = on.as({ verifyToken: VERIFY })
  const station = new HookStation(hook!)
  const address = await station.open()
  try {
    expect(await on.facebook.webhooks.verify(address, VERIFY)).toEqual({ status: 200, echoed: true })
    expect(await on.facebook.webhooks.verify(address, 'geraden')).toEqual({ status: 403, echoed: false })
    on.facebook.webhooks.to(address)
    on.facebook.public.visits('Lezer Één', 'Zie https://voorbeeld.nl/é')
    await on.facebook.webhooks.settled()
    expect(station.stored).toEqual([on.facebook.webhooks.sent[0]?.body])
    expect(await on.facebook.webhooks.post(station.stored[0]!, sign(station.stored[0]!, 'geraden'))).toBe(403)
    expect(station.stored).toHaveLength(1)
  } finally {
    station.close()
  }
})
