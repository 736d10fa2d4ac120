import { expect, test } from 'vitest'
import { playground, reply } from './playground.ts'

test('a message gets an id and a link, and the station learns of it', async () => {
  const town = playground()
  const { status, body } = await town.json('POST', '/sandbox/messages', {
    network: 'x',
    author: '@Lezer1',
    text: 'Welk boek?',
  })
  expect(status).toBe(201)
  expect(body).toEqual({ id: expect.stringMatching(/^x-/), url: `/audience/messages/${body.id}` })
  expect(await town.changes('x')).toEqual([
    {
      kind: 'created',
      account: 'schatkamer',
      id: body.id,
      threadKey: body.id,
      root: body.id,
      inReplyTo: null,
      answers: null,
      what: 'mention',
      author: { id: 'lezer1', handle: 'Lezer1', name: 'Lezer1' },
      text: 'Welk boek?',
      attachments: [],
      url: body.url,
      at: town.clock.now(),
      revision: 1,
      sight: null,
    },
  ])
})

test('each topmost answer under a post of ours begins a branch, and all of them know the post', async () => {
  const town = playground()
  const published = await town.facebook.publish(reply(null, 'Welke eerste zin ken jij?'), 'k1')
  const post = published.status === 'published' ? published.id : ''
  const first = await town.write('facebook', 'anna', 'Max Havelaar!', { inReplyTo: post })
  const second = await town.write('facebook', 'bram', 'Nescio!', { inReplyTo: post })
  const answered = await town.facebook.publish(reply(first, 'Mooie keus'), 'k2')
  const answer = answered.status === 'published' ? answered.id : ''
  const thanks = await town.write('facebook', 'anna', 'Dank!', { inReplyTo: answer })
  const aside = await town.write('facebook', 'cas', 'Eens met Anna', { inReplyTo: first })

  const branches = (await town.changes('facebook')).map((change) =>
    change.kind === 'deleted' ? null : [change.id, change.threadKey, change.root, change.answers],
  )
  expect(branches).toEqual([
    [first, first, post, post],
    [second, second, post, post],
    [thanks, first, post, answer],
    [aside, first, post, post],
  ])
})

test('what answers a correction of our own post begins its own branch', async () => {
  const town = playground()
  const published = await town.x.publish(reply(null, 'Turks fruit is van Mulisch'), 'k1')
  const post = published.status === 'published' ? published.id : ''
  const corrected = await town.x.publish(reply(post, 'Wolkers, natuurlijk'), 'k2')
  const correction = corrected.status === 'published' ? corrected.id : ''
  const laugh = await town.write('x', 'anna', 'Haha', { inReplyTo: correction })
  expect(await town.changes('x')).toMatchObject([{ id: laugh, threadKey: laugh, root: post, answers: correction }])
})

test('private messages of one person are one exchange, whatever the capitals', async () => {
  const town = playground()
  await town.write('facebook', 'Anna', 'Mag ik wat vragen?', { kind: 'direct' })
  await town.write('facebook', 'anna', 'Over muziek', { kind: 'direct' })
  await town.write('facebook', 'bram', 'Ik ook', { kind: 'direct' })
  const keys = (await town.changes('facebook')).map((change) => (change.kind === 'deleted' ? null : change.threadKey))
  expect(keys).toEqual(['direct:schatkamer:anna', 'direct:schatkamer:anna', 'direct:schatkamer:bram'])
})

test('an edit comes with a higher revision, and a deletion leaves no text anywhere', async () => {
  const town = playground()
  const id = await town.write('x', 'anna', 'Eerste versie')
  expect((await town.json('PATCH', `/sandbox/messages/${id}`, { text: 'Tweede versie' })).status).toBe(200)
  expect(await town.changes('x')).toMatchObject([
    { kind: 'created', text: 'Tweede versie', revision: 2 },
    { kind: 'edited', text: 'Tweede versie', revision: 2 },
  ])
  expect((await town.json('DELETE', `/sandbox/messages/${id}`)).status).toBe(200)
  expect(await town.changes('x')).toEqual([{ kind: 'deleted', account: 'schatkamer', id, at: town.clock.now() }])
  expect((await town.json('GET', '/sandbox/messages')).body).toMatchObject([{ id, text: '', state: 'deleted' }])
  expect((await town.json('PATCH', `/sandbox/messages/${id}`, { text: 'Toch niet' })).body.error).toBe('gone')
})

test('the public may write a megabyte but not more', async () => {
  const town = playground()
  await town.write('x', 'anna', 'a'.repeat(1_048_576))
  const { status, body } = await town.json('POST', '/sandbox/messages', {
    network: 'x',
    author: 'anna',
    text: 'é'.repeat(524_289),
  })
  expect([status, body.error]).toEqual([413, 'body-too-large'])
})

test.each([
  ['nonsense', '{', 400, 'not-json'],
  ['invalid UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400, 'not-json'],
  ['an unknown network', { network: 'mastodon', author: 'anna', text: 'hoi' }, 400, 'shape'],
  ['an unknown key', { network: 'x', author: 'anna', text: 'hoi', mood: 'gay' }, 400, 'shape'],
  ['no text', { network: 'x', author: 'anna', text: '' }, 400, 'shape'],
  ['an answer to nothing', { network: 'x', author: 'anna', text: 'hoi', inReplyTo: 'x-0-1' }, 404, 'unknown'],
  [
    'a private message on YouTube',
    { network: 'youtube', author: 'anna', text: 'hoi', kind: 'direct' },
    400,
    'no-private',
  ],
])('%s is refused with a sentence', async (_what, body, status, code) => {
  const town = playground()
  const response = await town.request('POST', '/sandbox/messages', body)
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ error: code, message: expect.stringMatching(/\.$|: /) })
})

test('what the public wrote outlives the process, and ids stay unique over the networks', async () => {
  const town = playground()
  const before = await town.write('x', 'anna', 'hoi')
  town.reopen()
  const after = await town.write('youtube', 'anna', 'hoi')
  expect(after.split('-')[2]).not.toBe(before.split('-')[2])
  expect((await town.json('GET', '/sandbox/messages')).body).toHaveLength(2)
})
