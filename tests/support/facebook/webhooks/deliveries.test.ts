import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ManualClock } from '../../clock.ts'
import { FakeFacebook } from '../fake.ts'
import { bodyOf, signatureOf } from './body.ts'

let facebook: FakeFacebook
let clock: ManualClock
let station: Server
let answers: number[] = []
const heard: { body: string; signature: string }[] = []

beforeEach(async () => {
  heard.length = 0
  answers = []
  clock = new ManualClock()
  facebook = await FakeFacebook.start({ clock })
  station = createServer((request, response) => {
    if (request.method === 'GET') {
      const query = new URL(request.url ?? '', 'http://station').searchParams
      const ours = query.get('hub.mode') === 'subscribe' && query.get('hub.verify_token') === 'geheim'
      return void response.writeHead(ours ? 200 : 403).end(ours ? query.get('hub.challenge') : '')
    }
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      heard.push({ body, signature: String(request.headers['x-hub-signature-256']) })
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => station.listen(0, '127.0.0.1', resolve))
  facebook.webhooks.to(address())
})
afterEach(async () => {
  station.closeAllConnections()
  station.close()
  await facebook.stop()
})
const address = () => `http://127.0.0.1:${(station.address() as AddressInfo).port}/facebook`

test('a comment is brought with a signature over the very bytes, which another writing of it does not have', async () => {
  const post = facebook.byHand('Nieuw')
  const comment = facebook.public.comments(post.id, 'Lezer Één', 'Zie https://voorbeeld.nl/é')
  await facebook.webhooks.settled()
  const [, { body, signature } = { body: '', signature: '' }] = heard
  const { appSecret, pageId } = facebook.settings
  expect(signature).toBe(signatureOf(body, appSecret))
  expect(body).toMatch(/https:\\\/\\\/voorbeeld\.nl\\\/\\u00e9/)
  expect(signatureOf(JSON.stringify(JSON.parse(body)), appSecret)).not.toBe(signature)
  expect(JSON.parse(body)).toMatchObject({
    object: 'page',
    entry: [
      {
        id: pageId,
        changes: [
          {
            field: 'feed',
            value: { item: 'comment', verb: 'add', comment_id: comment.id, post_id: post.id, parent_id: post.id },
          },
        ],
      },
    ],
  })
})

test('an edit, a hiding, a showing and a deletion are verbs of their own', async () => {
  const comment = facebook.public.comments(facebook.byHand('Nieuw').id, 'Lezer Een', 'Dag')
  facebook.public.edits(comment.id, 'Dag allemaal')
  facebook.public.hides(comment.id)
  facebook.public.hides(comment.id, false)
  facebook.public.deletes(comment.id)
  await facebook.webhooks.settled()
  const values = heard.map(({ body }) => JSON.parse(body).entry[0].changes[0].value)
  expect(new Set(values.map(({ verb }) => verb))).toEqual(new Set(['add', 'edited', 'hide', 'unhide', 'remove']))
  expect(values.find(({ verb }) => verb === 'remove')).not.toHaveProperty('message')
})

test('what was held comes in one body, mentions and private messages among it', async () => {
  facebook.webhooks.hold()
  facebook.public.mentions('Lezer Een', 'Bij jullie')
  facebook.public.writes('Lezer Twee', '', [{ type: 'image', url: 'https://cdn.example/a.jpg', name: 'a.jpg' }])
  facebook.public.visits('Lezer Drie', 'Dag')
  await facebook.webhooks.release((held) => held.toReversed())
  expect(heard).toHaveLength(1)
  const { entry } = JSON.parse(heard[0]!.body)
  expect(entry.map((one: object) => Object.keys(one).at(-1))).toEqual(['changes', 'messaging', 'changes'])
  expect(entry[1].messaging[0].message.attachments).toEqual([
    { type: 'image', payload: { url: 'https://cdn.example/a.jpg' } },
  ])
})

test('a delivery comes again until it is answered with 200', async () => {
  answers = [500, 503, 200]
  facebook.public.visits('Lezer Een', 'Dag')
  await expect.poll(() => facebook.webhooks.sent[0]?.tries).toEqual([500, 503])
  clock.advance(60_000)
  await facebook.webhooks.settled()
  expect(facebook.webhooks.sent[0]?.tries).toEqual([500, 503, 200])
  expect(new Set(heard.map(({ body }) => body)).size).toBe(1)
})

test('an echo of our own answer comes to whoever asked for echoes', async () => {
  const { from } = facebook.public.writes('Lezer Een', 'Dag')
  await facebook.webhooks.settled()
  facebook.webhooks.to(address(), ['message_echoes'])
  const { appSecret, pageToken } = facebook.settings
  const proof = signatureOf(pageToken, appSecret).slice('sha256='.length)
  const query = new URLSearchParams({ access_token: pageToken, appsecret_proof: proof })
  const body = new URLSearchParams({
    recipient: JSON.stringify(from),
    message: '{"text":"Dag lezer"}',
    messaging_type: 'RESPONSE',
  })
  expect((await fetch(`${facebook.url}/v25.0/me/messages?${query}`, { method: 'POST', body })).status).toBe(200)
  await facebook.webhooks.settled()
  expect(JSON.parse(heard.at(-1)!.body).entry[0].messaging[0].message).toMatchObject({
    is_echo: true,
    text: 'Dag lezer',
  })
})

test('the address is asked whether it is ours', async () => {
  expect(await facebook.webhooks.verify(address(), 'geheim')).toEqual({ status: 200, echoed: true })
  expect(await facebook.webhooks.verify(address(), 'geraden')).toEqual({ status: 403, echoed: false })
})

test('whoever pretends to be Facebook may post anything with any signature', async () => {
  const body = bodyOf('1', [], 0)
  answers = [401]
  expect(await facebook.webhooks.post(body, 'sha256=00')).toBe(401)
  expect(heard[0]).toEqual({ body, signature: 'sha256=00' })
})
