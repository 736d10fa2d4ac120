import { expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../../src/model/clock.ts'
import { PictureRefused } from '../../../src/networks/network.ts'
import { reasonText } from '../../../src/wording/reasons.ts'
import { draft, GIF, onX, PNG, PRICES } from './playground.ts'

const POST = 'POST /2/tweets'
const said = (reason: string) => reasonText('nl')(reason)

test('a post goes out once, and its address is where it stands', async () => {
  const { x, network, purse } = await onX()
  const outcome = await network.publish(draft('Vandaag in de bibliotheek'), 'k1')
  const [post] = x.published()
  expect(outcome).toEqual({ status: 'published', id: post?.id, url: `https://x.com/schatkamer/status/${post?.id}` })
  expect(post?.text).toBe('Vandaag in de bibliotheek')
  expect(purse.spent.posting).toBe(PRICES.post)
})

test.each([
  ['zonder adres', 'post', PRICES.post],
  ['kijk op bibliotheek.nl', 'post', PRICES.link],
  ['kijk op https://bibliotheek.nl/agenda', 'post', PRICES.link],
  ['geen adres: 12.30 uur', 'post', PRICES.post],
] as const)('"%s" costs what X asks for it', async (text, kind, price) => {
  const { network, purse } = await onX()
  await network.publish(draft(text, { kind }), 'k')
  expect(purse.spent.posting).toBe(price)
})

test('a reply stands under its message, and costs a reply', async () => {
  const { x, network, purse } = await onX()
  const mention = x.writes('lezer', '@schatkamer hebben jullie dit?')
  const outcome = await network.publish(draft('Ja, op de eerste', { kind: 'mention', inReplyTo: mention.id }), 'k')
  expect(outcome).toMatchObject({ status: 'published' })
  expect(x.published()[0]).toMatchObject({ inReplyTo: mention.id })
  expect(purse.spent).toMatchObject({ replying: PRICES.reply + PRICES.read, posting: 0 })
})

test('a part of a thread hangs under the part before it, and is paid for as a post', async () => {
  const { x, network, purse } = await onX()
  const first = await network.publish(draft('Deel een'), 'k1')
  const id = first.status === 'published' ? first.id : ''
  expect(await network.publish(draft('Deel twee', { inReplyTo: id }), 'k2')).toMatchObject({ status: 'published' })
  expect(x.published().map(({ inReplyTo }) => inReplyTo)).toEqual([null, id])
  expect(purse.spent.posting).toBe(2 * PRICES.post)
})

test('a private message goes to whom it answers', async () => {
  const { x, network, places } = await onX()
  const asked = x.sendsDirect('lezer', 'Mag ik verlengen?')
  const person = x.person('lezer').id
  places.set(asked.id, { threadKey: `direct:schatkamer:${person}`, ours: false })
  const answer = draft('Ja hoor', { kind: 'direct', inReplyTo: asked.id })
  const outcome = await network.publish(answer, 'k')
  expect(outcome).toMatchObject({ status: 'published', url: null })
  expect(await network.find?.(answer, 'k', x.clock.now())).toMatchObject({ status: 'found' })
  expect(await network.find?.({ ...answer, text: 'Nee' }, 'k', x.clock.now())).toEqual({ status: 'absent' })
  expect(await network.publish(draft('Aan wie?', { kind: 'direct', inReplyTo: '12345' }), 'k')).toEqual({
    status: 'rejected',
    reason: 'no-recipient',
  })
})

test('where X says that nobody asked us, that is the end of it', async () => {
  const { x, network, lines } = await onX()
  const stranger = x.writes('vreemde', 'Mooi weer #bibliotheek')
  const outcome = await network.publish(draft('Zeker', { kind: 'mention', inReplyTo: stranger.id }), 'k')
  expect(outcome).toEqual({ status: 'rejected', reason: 'not-summoned' })
  expect(said('not-summoned')).not.toBe('not-summoned')
  expect(lines.join()).toContain('not-summoned')
})

test('a reply to what is gone says so', async () => {
  const { x, network, purse } = await onX()
  const mention = x.writes('lezer', '@schatkamer weg ermee')
  x.deletes(mention.id)
  const outcome = await network.publish(draft('Jammer', { kind: 'mention', inReplyTo: mention.id }), 'k')
  expect(outcome).toEqual({ status: 'rejected', reason: 'gone' })
  expect(purse.spent.replying).toBe(PRICES.read)
})

test('a text that is too long is refused by name', async () => {
  const { network } = await onX()
  expect(await network.publish(draft('lang '.repeat(80)), 'k')).toEqual({ status: 'rejected', reason: 'too-long' })
})

test('an answer that got lost is unknown, never sent again, and found', async () => {
  const { x, clock, network } = await onX()
  const text = 'Kijk op bibliotheek.nl/a?b=1&c en zeg <ja>'
  x.faults.add({ kind: 'drop', when: 'after', method: POST, times: 1 })
  const since = clock.now()
  expect(await network.publish(draft(text), 'k')).toEqual({ status: 'unknown', reason: 'ECONNRESET' })
  expect(x.journal.taken(text)).toBe(1)
  const [post] = x.published()
  expect(await network.find?.(draft(text), 'k', since)).toEqual({
    status: 'found',
    id: post?.id,
    url: `https://x.com/schatkamer/status/${post?.id}`,
  })
})

test('a reply is found under its own message only', async () => {
  const { x, clock, network } = await onX()
  const [a, b] = [x.writes('lezer', '@schatkamer een'), x.writes('ander', '@schatkamer twee')]
  const reply = (to: string) => draft('Bedankt!', { kind: 'mention', inReplyTo: to })
  x.faults.add({ kind: 'garbage', when: 'after', method: POST, times: 1 })
  expect(await network.publish(reply(a.id), 'k')).toEqual({ status: 'unknown', reason: 'unreadable answer' })
  expect(await network.find?.(reply(a.id), 'k', clock.now())).toMatchObject({ status: 'found' })
  expect(await network.find?.(reply(b.id), 'k', clock.now())).toEqual({ status: 'absent' })
})

test('what never got there is absent; where X does not answer, nobody can tell', async () => {
  const { x, clock, network } = await onX()
  x.faults.add({ kind: 'status', status: 503, when: 'before', method: POST, times: 1 })
  expect(await network.publish(draft('Hallo'), 'k')).toEqual({ status: 'unknown', reason: 'HTTP 503' })
  expect(await network.find?.(draft('Hallo'), 'k', clock.now())).toEqual({ status: 'absent' })
  x.faults.add({ kind: 'drop', when: 'before', times: 1 })
  expect(await network.find?.(draft('Hallo'), 'k', clock.now())).toEqual({ status: 'cannot tell' })
  clock.advance(MINUTE)
})

test('an identical post from before the attempt is not this one', async () => {
  const { x, clock, network } = await onX()
  x.writes('schatkamer', 'Elke dag open')
  clock.advance(11 * MINUTE)
  expect(await network.find?.(draft('Elke dag open'), 'k', clock.now())).toEqual({ status: 'absent' })
})

test('a post that went out is found although our clock was minutes ahead of X’s', async () => {
  const { x, clock, network } = await onX()
  await network.publish(draft('Elke dag open'), 'k')
  expect(await network.find?.(draft('Elke dag open'), 'k', clock.now() + 5 * MINUTE)).toMatchObject({
    status: 'found',
    id: x.published()[0]?.id,
  })
})

test('a duplicate that is our own earlier try counts as published', async () => {
  const { x, clock, network } = await onX()
  x.faults.add({ kind: 'drop', when: 'after', method: POST, times: 1 })
  const since = clock.now()
  await network.publish(draft('Dubbel?'), 'k')
  clock.advance(2 * MINUTE)
  expect(await network.publish(draft('Dubbel?'), 'k', since)).toMatchObject({
    status: 'published',
    id: x.published()[0]?.id,
  })
  expect(x.journal.taken('Dubbel?')).toBe(1)
})

test('a duplicate of something older is refused, and where the look-up fails it is unknown', async () => {
  const { x, clock, network, purse } = await onX()
  await network.publish(draft('Elke dag open'), 'k')
  clock.advance(11 * MINUTE)
  expect(await network.publish(draft('Elke dag open'), 'k')).toEqual({ status: 'rejected', reason: 'duplicate' })
  expect(purse.spent.posting).toBe(PRICES.post)
  x.faults.add({ kind: 'drop', when: 'before', method: 'GET /2/users/{id}/tweets', times: 1 })
  expect(await network.publish(draft('Elke dag open'), 'k')).toEqual({ status: 'unknown', reason: 'duplicate' })
})

test('429 waits until X says, and no call is made before that', async () => {
  const { x, clock, network } = await onX()
  await network.publish(draft('Eerst'), 'k')
  x.faults.add({ kind: 'limited', retryAfter: 90, method: POST, times: 1 })
  const outcome = await network.publish(draft('Hallo'), 'k')
  expect(outcome).toMatchObject({ status: 'later', reason: 'rate-limit', scope: 'rate' })
  expect(outcome.status === 'later' && outcome.after).toBeGreaterThan(80 * SECOND)
  const asked = x.journal.requests.length
  clock.advance(60 * SECOND)
  expect(await network.publish(draft('Hallo'), 'k')).toMatchObject({ status: 'later', reason: 'rate-limit' })
  expect(x.journal.requests).toHaveLength(asked)
  clock.advance(40 * SECOND)
  expect(await network.publish(draft('Hallo'), 'k')).toMatchObject({ status: 'published' })
})

test('what is left of a limit is known to the next process, which stops before X has to', async () => {
  const { x, network, start, kept } = await onX()
  await network.publish(draft('Nummer 0'), 'k')
  const name = 'limit POST tweets'
  const window = JSON.parse(kept.get(name) ?? '')
  expect(window).toMatchObject({ remaining: 99 })
  kept.set(name, JSON.stringify({ ...window, remaining: 1 }))
  const asked = x.limits.used(POST, x.me.id)
  const second = start()
  kept.set(name, JSON.stringify({ ...window, remaining: 0 }))
  expect(await start().publish(draft('Nummer 1'), 'k')).toMatchObject({ status: 'later', reason: 'rate-limit' })
  expect(x.limits.used(POST, x.me.id)).toBe(asked)
  kept.set(name, 'onleesbaar')
  expect(await second.publish(draft('Nummer 2'), 'k')).toMatchObject({ status: 'published' })
})

test('a dead token, credits that are gone, a right that is missing and our own cap: later, each by its name', async () => {
  const { x, network, purse } = await onX()
  await network.publish(draft('Eerst'), 'k')
  x.revoke()
  expect(await network.publish(draft('A'), 'k')).toMatchObject({ status: 'later', reason: 'auth', scope: 'rate' })
  x.revoke(false)
  x.rules.credits = false
  expect(await network.publish(draft('A'), 'k')).toMatchObject({ status: 'later', reason: 'quota', scope: 'rate' })
  x.rules.credits = true
  x.allow('read')
  expect(await network.publish(draft('A'), 'k')).toMatchObject({ status: 'later', reason: 'permission' })
  x.allow('read-write')
  expect(purse.spent.posting).toBe(PRICES.post)
  purse.caps.posting = PRICES.post
  expect(await network.publish(draft('A'), 'k')).toEqual({
    status: 'later',
    reason: 'budget',
    scope: 'rate',
    after: 3_600_000,
  })
  expect(x.published()).toHaveLength(1)
})

test('nothing goes out in the name of another account', async () => {
  const { x, network } = await onX({ username: 'eenander' })
  expect(await network.publish(draft('Hallo'), 'k')).toMatchObject({ status: 'later', reason: 'account' })
  expect(x.published()).toEqual([])
})

test('a proxy that is not there is later, not unknown', async () => {
  const { network, agent } = await onX()
  await network.publish(draft('Eerst'), 'k')
  agent.connectOpts.port = 1
  expect(await network.publish(draft('Hallo'), 'k')).toMatchObject({ status: 'later', reason: 'ECONNREFUSED' })
})

test('an answer without an id that can be read is unknown', async () => {
  const { x, network } = await onX()
  await network.publish(draft('Eerst'), 'k')
  x.cuts = 1
  expect(await network.publish(draft('Hallo'), 'k')).toMatchObject({ status: 'unknown' })
  expect(x.journal.taken('Hallo')).toBe(1)
})

test('pictures go with their words; a GIF waits until X is done with it', async () => {
  const { x, clock, network, pictures } = await onX()
  pictures.set('https://bieb.nl/a.png', PNG)
  pictures.set('https://bieb.nl/b.gif', GIF)
  const image = (url: string, alt: string | null) => ({ kind: 'image' as const, url, alt })
  const media = [image('https://bieb.nl/a.png', 'Een kat op een boek')]
  expect(await network.publish(draft('Met plaatje', { media }), 'k')).toMatchObject({ status: 'published' })
  const key = x.published()[0]?.media[0] ?? ''
  expect(x.state.media.byKey(key)).toMatchObject({ altText: 'Een kat op een boek', category: 'tweet_image' })
  const waiting = network.publish(draft('Beweegt', { media: [image('https://bieb.nl/b.gif', null)] }), 'k')
  await x.until(() =>
    x.journal.requests.some(({ endpoint }) => endpoint.endsWith('/finalize') && x.published().length === 1),
  )
  const ticking = setInterval(() => clock.advance(SECOND), 5)
  expect(await waiting).toMatchObject({ status: 'published' })
  clearInterval(ticking)
  expect(await network.find?.(draft('Met plaatje', { media }), 'k', clock.now() - MINUTE)).toMatchObject({
    status: 'found',
  })
})

test.each([
  ['POST /2/media/upload/initialize', 'before'],
  ['POST /2/media/upload/{id}/append', 'before'],
  ['POST /2/media/upload/{id}/finalize', 'after'],
  ['POST /2/media/metadata', 'after'],
] as const)('a picture that fails at %s means that nothing is public, and it begins anew', async (method, when) => {
  const { x, network, pictures, purse } = await onX()
  pictures.set('https://bieb.nl/a.png', PNG)
  const post = draft('Met plaatje', { media: [{ kind: 'image', url: 'https://bieb.nl/a.png', alt: 'Kat' }] })
  x.faults.add({ kind: 'drop', when, method, times: 1 })
  expect(await network.publish(post, 'k')).toMatchObject({ status: 'later', scope: 'row' })
  expect(x.published()).toEqual([])
  expect(purse.spent.posting).toBe(0)
  expect(await network.publish(post, 'k')).toMatchObject({ status: 'published' })
})

test('a picture that is too large, of another kind, or not to be had is told by name', async () => {
  const { x, network, pictures } = await onX()
  const post = draft('Met plaatje', { media: [{ kind: 'image', url: 'https://bieb.nl/a', alt: null }] })
  const ending = async (picture: Parameters<typeof pictures.set>[1]) => {
    pictures.set('https://bieb.nl/a', picture)
    const outcome = await network.publish(post, 'k')
    return outcome.status === 'published' ? null : [outcome.status, outcome.reason]
  }
  expect(await ending({ bytes: Buffer.alloc(5_242_881), type: 'image/png' })).toEqual(['rejected', 'picture-size'])
  expect(await ending({ bytes: PNG.bytes, type: 'image/tiff' })).toEqual(['rejected', 'picture-type'])
  expect(await ending(new PictureRefused('private'))).toEqual(['rejected', 'picture-private'])
  expect(await ending(new PictureRefused('unreachable'))).toEqual(['later', 'picture-unreachable'])
  expect(x.published()).toEqual([])
  for (const code of ['host', 'private', 'type', 'size', 'redirect', 'unreachable'])
    expect(said(`picture-${code}`)).not.toBe(`picture-${code}`)
})

test('what is taken back is gone, and twice is no harm; so with a private message and a like', async () => {
  const { x, network, places } = await onX()
  const out = await network.publish(draft('Foutje'), 'k')
  const id = out.status === 'published' ? out.id : ''
  expect(await network.retract?.(id)).toMatchObject({ status: 'published' })
  expect(x.published()).toEqual([])
  expect(await network.retract?.(id)).toMatchObject({ status: 'published' })
  const asked = x.sendsDirect('lezer', 'Hallo')
  places.set(asked.id, { threadKey: `direct:schatkamer:${x.person('lezer').id}`, ours: false })
  const direct = await network.publish(draft('Dag', { kind: 'direct', inReplyTo: asked.id }), 'k')
  expect(await network.retract?.(direct.status === 'published' ? direct.id : '', 'direct')).toMatchObject({
    status: 'published',
  })
  const mention = x.writes('lezer', '@schatkamer leuk!')
  expect(await network.like?.(mention.id)).toMatchObject({ status: 'published' })
  expect(await network.like?.(mention.id)).toMatchObject({ status: 'published' })
})

test('what the adapter can say has a sentence', () => {
  for (const code of [
    'not-summoned',
    'reply-closed',
    'person-unavailable',
    'refused',
    'permission',
    'account',
    'quota',
    'budget',
  ])
    for (const language of ['nl', 'en'] as const) expect(reasonText(language)(code)).not.toBe(code)
})
