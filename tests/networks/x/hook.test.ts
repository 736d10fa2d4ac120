import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { SECOND } from '../../../src/model/clock.ts'
import type { HookRequest } from '../../../src/networks/network.ts'
import { created, deleted, direct } from '../../support/x/webhooks/shapes.ts'
import { serialised } from '../../support/x/webhooks/sign.ts'
import { onX, Reader, sourceNamed } from './playground.ts'

const signed = (secret: string, body: string | Buffer) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`
const post = (body: string | Buffer, signature?: string): HookRequest => ({
  method: 'POST',
  headers: signature === undefined ? {} : { 'x-twitter-webhooks-signature': signature },
  query: new URLSearchParams(),
  body: Buffer.from(body),
})
const hooked = async () => {
  const stage = await onX()
  const hook = stage.network.hook!
  const read = (payload: unknown) => hook.read(serialised(payload), AbortSignal.timeout(5_000))
  return { ...stage, hook, read, secret: stage.settings.apiSecret }
}

test('a challenge is answered with the secret, and nothing else is', async () => {
  const { hook, secret } = await hooked()
  const ask = (query: string) => hook.answer({ ...post(''), method: 'GET', query: new URLSearchParams(query) })
  expect(ask('crc_token=abc')).toMatchObject({
    status: 200,
    body: JSON.stringify({ response_token: signed(secret, 'abc') }),
  })
  expect(ask('')).toMatchObject({ status: 400 })
  expect(ask(`crc_token=${'a'.repeat(501)}`)).toMatchObject({ status: 400 })
})

test('only bytes that are signed as they came are kept', async () => {
  const { hook, secret } = await hooked()
  const body = '{"for_user_id":"1", "tweet_create_events":[]}'
  expect(hook.answer(post(body, signed(secret, body)))).toEqual({ status: 200, body: '', store: body })
  const forgeries = [
    undefined,
    '',
    'sha256=',
    signed('another secret', body),
    signed(secret, JSON.stringify(JSON.parse(body))),
    signed(secret, body).replace('sha256', 'sha512'),
    signed(secret, body).slice(0, -1),
    `${signed(secret, body)}=`,
    `sha256=${'é'.repeat(44)}`,
  ]
  for (const forgery of forgeries) {
    const answer = hook.answer(post(body, forgery))
    expect(answer.status).toBe(403)
    expect(answer.store).toBeUndefined()
  }
})

test('a mention that is pushed and polled is the same message', async () => {
  const { x, clock, network, read } = await hooked()
  const mention = x.writes('lezer', `@schatkamer kijk op https://bibliotheek.nl/a ${'en verder '.repeat(14)}& zo`)
  clock.advance(SECOND)
  const [pushed] = await read(created(mention, x.state, x.me.id))
  const [polled] = await new Reader(sourceNamed(network, 'mentions')).all()
  expect(pushed).toEqual(polled)
})

test('a reply that is pushed finds its place by asking X, an edit its first version', async () => {
  const { x, clock, read } = await hooked()
  const ours = x.writes('schatkamer', 'Boven')
  const above = x.replies('anna', ours.id, 'Eronder', { plain: true })
  clock.advance(SECOND)
  const reply = x.replies('bert', above.id, '@schatkamer klopt dit?')
  expect(await read(created(reply, x.state, x.me.id))).toMatchObject([
    { id: reply.id, threadKey: above.id, answers: ours.id, inReplyTo: above.id, root: ours.id },
  ])
  const first = x.writes('lezer', '@schatkamer tpyo')
  const edit = x.edits(first.id, '@schatkamer typo')
  expect(await read(created(edit, x.state, x.me.id))).toMatchObject([{ kind: 'edited', id: first.id, revision: 1 }])
})

test('private messages and deletions that are pushed come in; what is ours or about another account does not', async () => {
  const { x, read } = await hooked()
  const one = x.sendsDirect('lezer', 'Hallo')
  const mention = x.writes('lezer', '@schatkamer hoi')
  expect(await read(direct(one, x.state, x.me.id))).toMatchObject([
    {
      what: 'direct',
      text: 'Hallo',
      threadKey: `direct:schatkamer:${x.person('lezer').id}`,
      author: { handle: 'lezer' },
    },
  ])
  expect(await read(deleted(mention, 5_000, x.me.id))).toEqual([
    { kind: 'deleted', account: 'schatkamer', id: mention.id, at: 5_000 },
  ])
  expect(await read(created(x.writes('schatkamer', 'Van ons'), x.state, x.me.id))).toEqual([])
  expect(await read(created(mention, x.state, '999'))).toEqual([])
})

test('one event that is broken loses none of the others', async () => {
  const { x, read, hook } = await hooked()
  const good = created(x.writes('lezer', '@schatkamer hoi'), x.state, x.me.id)
  const events = good.tweet_create_events as object[]
  const broken = [null, 7, {}, { id_str: 'x' }, { ...events[0], user: null }, { ...events[0], id_str: '1e9' }]
  const spoilt = { ...events[0], entities: 'niets', edit_history: [], extended_tweet: 3, quoted_status: { id_str: {} } }
  expect(
    await read({ ...good, tweet_create_events: [...broken, spoilt, ...events], direct_message_events: [null, {}] }),
  ).toHaveLength(2)
  expect(await read({ ...good, tweet_delete_events: 'weg', users: [] })).toHaveLength(1)
  for (const body of ['', 'null', '[]', '{"a":', '{"tweet_create_events":{"0":1}}', '"x"'])
    expect(await hook.read(body, AbortSignal.timeout(1_000))).toEqual([])
})
