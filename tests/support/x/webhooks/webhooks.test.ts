import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { withX } from '../with-x.ts'
import { signature } from './sign.ts'

interface Heard {
  headers: IncomingHttpHeaders
  body: string
}

/** An app that answers the CRC and notes what it is sent. */
async function withApp() {
  const { x, v2, clock } = await withX()
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const token = new URL(request.url ?? '', 'http://app').searchParams.get('crc_token')
      if (token !== null) return response.end(JSON.stringify({ response_token: signature(x.keys.apiSecret, token) }))
      heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/x`
  return { x, v2, clock, heard, url }
}
const events = (heard: Heard[]) => heard.map(({ body }) => JSON.parse(body) as Record<string, unknown[]>)
const tweets = (heard: Heard[]) =>
  events(heard).flatMap(
    ({ tweet_create_events: list = [] }) => list as { id_str: string; text: string; edit_history: object }[],
  )

test('a signature is the HMAC of RFC 4231, 4.3, in base64', () => {
  const hex = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
  expect(signature('Jefe', 'what do ya want for nothing?')).toBe(`sha256=${Buffer.from(hex, 'hex').toString('base64')}`)
})

test('a webhook that answers its challenge is told of mentions, replies, quotes and our own posts', async () => {
  const { x, v2, heard, url } = await withApp()
  expect(await x.webhooks.register(url)).toBe(true)
  const mention = x.writes('lezer', '@schatkamer hebben jullie dit boek?')
  x.writes('vreemde', 'Zonder naam')
  await v2.reply('Ja', mention.id)
  const ours = await v2.tweet('Nieuw')
  x.replies('lezer', ours.data.id, 'Leuk', { plain: true })
  x.writes('citeerder', 'Kijk', { quoted: ours.data.id })
  await x.webhooks.settled()
  const texts = tweets(heard).map(({ text }) => text)
  expect(texts.sort()).toEqual(['@lezer Ja', '@schatkamer hebben jullie dit boek?', 'Kijk', 'Leuk', 'Nieuw'])
  for (const { headers, body } of heard) {
    expect(headers['x-twitter-webhooks-signature']).toBe(signature(x.keys.apiSecret, body))
  }
})

test('a mention is told in the tongue of v1.1, with ids that no number in JavaScript holds', async () => {
  const { x, heard, url } = await withApp()
  await x.webhooks.register(url)
  const { id, author } = x.writes('lezer', '@schatkamer & <b> bibliotheek.nl')
  await x.webhooks.settled()
  expect(heard[0]?.body).toContain(`"id":${id},`)
  const [event] = events(heard)
  expect(event).toMatchObject({
    for_user_id: x.me.id,
    user_has_blocked: false,
    tweet_create_events: [
      {
        id_str: id,
        created_at: 'Mon Jan 11 08:00:00 +0000 2027',
        text: expect.stringMatching(/^@schatkamer &amp; &lt;b&gt; https:\/\/t\.co\/\w+$/),
        user: { id_str: author, screen_name: 'lezer' },
        in_reply_to_status_id_str: null,
        entities: { urls: [{ expanded_url: 'http://bibliotheek.nl' }], user_mentions: [{ id_str: x.me.id }] },
        edit_history: { edit_tweet_ids: [id] },
      },
    ],
  })
})

test('a long post is cut, and whole in what extends it', async () => {
  const { x, heard, url } = await withApp()
  await x.webhooks.register(url)
  const text = `@schatkamer ${'boek '.repeat(40)}!`
  x.writes('lezer', text)
  await x.webhooks.settled()
  expect(events(heard)[0]?.tweet_create_events).toMatchObject([
    { truncated: true, extended_tweet: { full_text: text } },
  ])
})

test('edits come as a new post of the same line, deletions of others only where X tells of them', async () => {
  const { x, v2, heard, url } = await withApp()
  await x.webhooks.register(url)
  const first = x.writes('lezer', '@schatkamer julie?')
  const second = x.edits(first.id, '@schatkamer jullie?')
  x.deletes(second.id)
  const { data } = await v2.tweet('Nieuw')
  await v2.deleteTweet(data.id)
  await x.webhooks.settled()
  x.tellsDeletionsOfOthers = true
  x.deletes(x.writes('lezer', '@schatkamer weg').id)
  await x.webhooks.settled()
  expect(tweets(heard).find(({ id_str: id }) => id === second.id)?.edit_history).toEqual({
    initial_tweet_id: first.id,
    edit_tweet_ids: [first.id, second.id],
  })
  const gone = events(heard).flatMap(({ tweet_delete_events: list = [] }) => list as { status: { user_id: string } }[])
  expect(gone.map(({ status }) => status.user_id)).toEqual([x.me.id, first.author])
})

test('private messages come both ways', async () => {
  const { x, v2, heard, url } = await withApp()
  await x.webhooks.register(url)
  const { id, sender } = x.sendsDirect('lezer', 'Zijn jullie open?')
  await v2.sendDmToParticipant(sender, { text: 'Ja' })
  await x.webhooks.settled()
  const told = events(heard).flatMap(({ direct_message_events: list = [] }) => list as object[])
  expect(told).toHaveLength(2)
  expect(told).toContainEqual({
    type: 'message_create',
    id,
    created_timestamp: String(Date.UTC(2027, 0, 11, 8)),
    message_create: {
      target: { recipient_id: x.me.id },
      sender_id: sender,
      message_data: { text: 'Zijn jullie open?', entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] } },
    },
  })
})

test('what is sent again has the same bytes, what is made over has not', async () => {
  const { x, heard, url } = await withApp()
  await x.webhooks.register(url)
  x.writes('lezer', '@schatkamer ?')
  await x.webhooks.settled()
  await x.webhooks.redeliver()
  await x.webhooks.reserialise()
  await x.webhooks.truncate(3)
  await x.webhooks.forge({ for_user_id: x.me.id })
  await x.webhooks.forge({ for_user_id: x.me.id }, 'unsigned')
  await x.webhooks.oversize(100)
  const good = heard.map(
    ({ headers, body }) => headers['x-twitter-webhooks-signature'] === signature(x.keys.apiSecret, body),
  )
  expect(good).toEqual([true, true, false, false, false, false, true])
  expect(heard[1]?.body).toBe(heard[0]?.body)
})

test('a webhook that fails its challenge is told nothing', async () => {
  const { x, heard, url } = await withApp()
  expect(await x.webhooks.register('http://127.0.0.1:9/nobody')).toBe(false)
  x.webhooks.url = url
  x.writes('lezer', '@schatkamer ?')
  await x.webhooks.settled()
  expect(heard).toEqual([])
})
