import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../src/model/clock.ts'
import { PictureRefused } from '../../../src/networks/network.ts'
import { draft, usePlayground } from './playground.ts'

const on = usePlayground()

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('and so on')])
const publish = (...args: Parameters<typeof draft>) => on.network.publish(draft(...args), 'key')
const texts = () => on.facebook.journal.written.filter(({ id }) => id !== null).map(({ text }) => text)

test('a post stands on the page, under its own address', async () => {
  const outcome = await publish('Vanavond leest de schrijver voor: 20.00 uur')
  expect(outcome).toMatchObject({ status: 'published' })
  const [post] = [...on.facebook.page.posts.values()]
  expect(outcome).toEqual({ status: 'published', id: post?.id, url: `https://www.facebook.com/${post?.id}` })
  expect(post?.message).toBe('Vanavond leest de schrijver voor: 20.00 uur')
})

test('a post with a picture goes out as an upload with its alternative text, and is known by its post', async () => {
  on.pictures.set('https://cdn.example/boek.png', { bytes: PNG, type: 'image/png' })
  const media = [{ kind: 'image' as const, url: 'https://cdn.example/boek.png', alt: 'Een opengeslagen boek' }]
  const outcome = await publish('Kijk', { media })
  const [photo] = [...on.facebook.page.photos.values()]
  const [post] = [...on.facebook.page.posts.values()]
  expect(photo).toMatchObject({ name: 'Kijk', alt: 'Een opengeslagen boek', bytes: PNG.length, type: 'image/png' })
  expect(outcome).toMatchObject({ status: 'published', id: post?.id })
})

test.each([
  ['host', { status: 'rejected', reason: 'picture-host' }],
  ['size', { status: 'rejected', reason: 'picture-size' }],
  ['unreachable', { status: 'later', reason: 'picture-unreachable' }],
] as const)('a picture that cannot be had (%s) sends nothing', async (code, expected) => {
  on.pictures.set('https://cdn.example/a.png', new PictureRefused(code))
  const media = [{ kind: 'image' as const, url: 'https://cdn.example/a.png', alt: null }]
  expect(await publish('Kijk', { media })).toMatchObject(expected)
  expect(on.facebook.journal.asked).toEqual([])
})

test('a picture of a kind that Facebook does not take, two pictures and a film are refused before anything is sent', async () => {
  on.pictures.set('https://cdn.example/a.webp', { bytes: Buffer.from('x'), type: 'image/webp' })
  const image = { kind: 'image' as const, url: 'https://cdn.example/a.webp', alt: null }
  expect(await publish('Kijk', { media: [image] })).toEqual({ status: 'rejected', reason: 'picture-webp' })
  expect(await publish('Kijk', { media: [image, image] })).toEqual({ status: 'rejected', reason: 'too-many-images' })
  expect(await publish('Kijk', { media: [{ ...image, kind: 'video' }] })).toEqual({
    status: 'rejected',
    reason: 'not-an-image',
  })
  expect(on.facebook.journal.asked).toEqual([])
})

test('a reply stands under its comment, and one to a visitor under his post', async () => {
  const post = on.facebook.byHand('Nieuw in de kast')
  const comment = on.facebook.public.comments(post.id, 'Lezer Een', 'Is het er al?')
  const visit = on.facebook.public.visits('Lezer Twee', 'Zijn jullie open?')
  await publish('Ja, bij de ingang', { inReplyTo: comment.id })
  await publish('Tot 20.00 uur', { inReplyTo: visit.id, kind: 'mention' })
  expect(on.facebook.page.under(comment.id, false).map(({ message }) => message)).toEqual(['Ja, bij de ingang'])
  expect(on.facebook.page.under(visit.id, false).map(({ message }) => message)).toEqual(['Tot 20.00 uur'])
})

test('a private answer goes to whoever wrote, whether or not the station has his message', async () => {
  const first = on.facebook.public.writes('Lezer Een', 'Kan ik verlengen?')
  on.known.set(first.id, { threadKey: `direct:bibliotheek:${first.from.id}`, ours: false })
  const second = on.facebook.public.writes('Lezer Twee', 'En ik?')
  const sent = await publish('Ja hoor', { inReplyTo: first.id, kind: 'direct' })
  expect(sent).toMatchObject({ status: 'published', url: null })
  expect(await publish('U ook', { inReplyTo: second.id, kind: 'direct' })).toMatchObject({ status: 'published' })
  const sentTo = on.facebook.journal.written.map(({ text, parent }) => [text, parent])
  expect(sentTo).toEqual([
    ['Ja hoor', first.from.id],
    ['U ook', second.from.id],
  ])
  expect(on.facebook.journal.asked.find(({ path }) => path.includes('messages'))?.params).toMatchObject({
    messaging_type: 'RESPONSE',
  })
})

test('a private answer without a message to answer, or with a picture, is refused', async () => {
  expect(await publish('Dag', { kind: 'direct' })).toEqual({ status: 'rejected', reason: 'no-recipient' })
  const media = [{ kind: 'image' as const, url: 'https://cdn.example/a.png', alt: null }]
  const { id } = on.facebook.public.writes('Lezer Een', 'Dag')
  expect(await publish('Dag', { kind: 'direct', inReplyTo: id, media })).toEqual({
    status: 'rejected',
    reason: 'no-picture-in-private',
  })
})

test('after a silence of over 24 hours a private answer is refused by Facebook', async () => {
  const { id } = on.facebook.public.writes('Lezer Een', 'Dag')
  on.clock.advance(24 * HOUR + MINUTE)
  expect(await publish('Dag', { kind: 'direct', inReplyTo: id })).toEqual({
    status: 'rejected',
    reason: 'window-closed',
  })
})

test('an answer to what is gone is refused as gone', async () => {
  const comment = on.facebook.public.comments(on.facebook.byHand('Nieuw').id, 'Lezer Een', 'Dag')
  on.facebook.public.deletes(comment.id)
  expect(await publish('Dag', { inReplyTo: comment.id })).toEqual({ status: 'rejected', reason: 'gone' })
})

test.each([
  [190, undefined, { status: 'later', reason: 'auth', scope: 'rate', after: 5 * MINUTE }],
  [102, undefined, { status: 'later', reason: 'auth', scope: 'rate', after: 5 * MINUTE }],
  [4, undefined, { status: 'later', reason: 'rate-limit', scope: 'rate', after: 5 * MINUTE }],
  [17, undefined, { status: 'later', reason: 'rate-limit', scope: 'rate', after: 5 * MINUTE }],
  [32, undefined, { status: 'later', reason: 'rate-limit', scope: 'rate', after: 5 * MINUTE }],
  [613, undefined, { status: 'later', reason: 'rate-limit', scope: 'rate', after: MINUTE }],
  [80001, undefined, { status: 'later', reason: 'rate-limit', scope: 'rate', after: 5 * MINUTE }],
  [10, undefined, { status: 'rejected', reason: 'no-permission' }],
  [200, undefined, { status: 'rejected', reason: 'no-permission' }],
  [299, undefined, { status: 'rejected', reason: 'no-permission' }],
  [10, 2018278, { status: 'rejected', reason: 'window-closed' }],
  [100, 33, { status: 'rejected', reason: 'gone' }],
  [100, 2018001, { status: 'rejected', reason: 'no-recipient' }],
  [551, undefined, { status: 'rejected', reason: 'person-unavailable' }],
  [100, undefined, { status: 'rejected', reason: 'not-accepted' }],
  [368, undefined, { status: 'rejected', reason: 'blocked-by-network' }],
  [1, undefined, { status: 'unknown', reason: 'temporary' }],
  [2, undefined, { status: 'unknown', reason: 'temporary' }],
] as const)("Graph's error %i %s ends as it should, and nothing is sent twice", async (code, subcode, expected) => {
  on.facebook.faults.add({ kind: 'error', code, ...(subcode && { subcode }), method: 'POST' })
  expect(await publish('Dag')).toEqual(expected)
  expect(on.facebook.journal.asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test.each([
  [{ kind: 'drop', when: 'after' }],
  [{ kind: 'drop', when: 'before' }],
  [{ kind: 'status', status: 502, when: 'after' }],
  [{ kind: 'html', when: 'after' }],
  [{ kind: 'true', when: 'after' }],
  [{ kind: 'empty', when: 'after' }],
  [{ kind: 'half', when: 'after' }],
] as const)('after %o nobody can tell, and it is found again', async (fault) => {
  on.facebook.faults.add({ ...fault, method: 'POST', times: 1 })
  const since = on.clock.now()
  expect(await publish('Dag')).toMatchObject({ status: 'unknown' })
  const found = await on.network.find?.(draft('Dag'), 'key', since)
  expect(found?.status).toBe(fault.when === 'after' ? 'found' : 'absent')
  expect(texts()).toEqual(fault.when === 'after' ? ['Dag'] : [])
})

test('where the connection was never made nothing went out: a proxy that refuses, and one that is not there', async () => {
  on.proxy.refusing = true
  expect(await publish('Dag')).toMatchObject({ status: 'later', reason: 'proxy', scope: 'rate' })
  const { agent } = on.surroundings.way('graph.facebook.com')
  const away = on.as({}, { way: () => ({ agent, proxy: 'http://127.0.0.1:1' }) })
  expect(await away.publish(draft('Dag'), 'key')).toMatchObject({ status: 'later', reason: 'proxy' })
  expect(on.facebook.journal.asked).toEqual([])
})

test('the same text as the last post is looked up: there since the first try, it is published; older, a duplicate', async () => {
  const earlier = await publish('Welkom')
  on.clock.advance(HOUR)
  expect(await publish('Welkom')).toEqual({ status: 'rejected', reason: 'duplicate' })
  const since = on.clock.now() - 2 * HOUR
  expect(await on.network.publish(draft('Welkom'), 'key', since)).toMatchObject({
    status: 'published',
    id: 'id' in earlier ? earlier.id : '',
  })
})

test('a token that died and came back holds the text up, and it goes out then', async () => {
  on.facebook.tokens.page.state = 'revoked'
  expect(await publish('Dag')).toMatchObject({ status: 'later', reason: 'auth' })
  on.facebook.tokens.page.state = 'valid'
  expect(await publish('Dag')).toMatchObject({ status: 'published' })
})

test('a wrong app secret is our access, not the text', async () => {
  const wrong = on.as({ appSecret: '0'.repeat(32) })
  expect(await wrong.publish(draft('Dag'), 'key')).toMatchObject({ status: 'later', reason: 'auth' })
})
