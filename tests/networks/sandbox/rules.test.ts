import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../src/model/clock.ts'
import { playground, reply } from './playground.ts'

const rejected = (reason: string) => ({ status: 'rejected', reason })

test('X takes 280 by its own weight and not one more', async () => {
  const town = playground()
  const url = `https://bibliotheek.nl/${'a'.repeat(300)}`
  expect(await town.x.publish(reply(null, `${'a'.repeat(256)} ${url}`), 'k1')).toMatchObject({ status: 'published' })
  expect(await town.x.publish(reply(null, `${'a'.repeat(257)} ${url}`), 'k2')).toEqual(rejected('too-long'))
  expect(await town.x.publish(reply(null, '📚'.repeat(141)), 'k3')).toEqual(rejected('too-long'))
})

test('a private message may be longer than a post', async () => {
  const town = playground()
  const asked = await town.write('x', 'anna', 'Vertel eens meer', { kind: 'direct' })
  expect(await town.x.publish(reply(asked, 'a'.repeat(10_000), { kind: 'direct' }), 'k1')).toMatchObject({
    status: 'published',
  })
  expect(await town.x.publish(reply(asked, 'b'.repeat(10_001), { kind: 'direct' }), 'k2')).toEqual(rejected('too-long'))
})

test('a private answer on Facebook is taken until 24 hours after the reader last wrote', async () => {
  const town = playground()
  const first = await town.write('facebook', 'anna', 'Is dit privé?', { kind: 'direct' })
  town.clock.advance(HOUR)
  await town.write('facebook', 'anna', 'Hallo?', { kind: 'direct' })
  town.clock.advance(DAY)
  expect(await town.facebook.publish(reply(first, 'Jazeker', { kind: 'direct' }), 'k1')).toMatchObject({
    status: 'published',
  })
  town.clock.advance(1)
  expect(await town.facebook.publish(reply(first, 'Nog iets', { kind: 'direct' }), 'k2')).toEqual(
    rejected('window-closed'),
  )
})

test('what was private is never answered in public, nor the other way round', async () => {
  const town = playground()
  const secret = await town.write('facebook', 'anna', 'Onder ons', { kind: 'direct' })
  const open = await town.write('facebook', 'anna', 'Voor iedereen')
  expect(await town.facebook.publish(reply(secret, 'Hoi', { kind: 'comment' }), 'k1')).toEqual(
    rejected('private-thread'),
  )
  expect(await town.facebook.publish(reply(open, 'Hoi', { kind: 'direct' }), 'k2')).toEqual(rejected('private-thread'))
})

test('a reply on YouTube hangs under the top-level comment, whichever comment it answers', async () => {
  const town = playground()
  const top = await town.write('youtube', 'anna', 'Prachtig')
  const below = await town.write('youtube', 'bram', 'Vind ik ook', { inReplyTo: top })
  const draft = reply(below, 'Dank jullie')
  const outcome = await town.youtube.publish(draft, 'k1')
  expect(await town.posts('youtube')).toMatchObject([{ text: 'Dank jullie', inReplyTo: top }])
  expect(await town.youtube.find!(draft, 'k1', 0)).toMatchObject({
    status: 'found',
    id: (outcome as { id: string }).id,
  })
})

test('YouTube itself refuses a reply that is addressed to a reply', async () => {
  const town = playground()
  const top = await town.write('youtube', 'anna', 'Prachtig')
  const below = await town.write('youtube', 'bram', 'Vind ik ook', { inReplyTo: top })
  const draft = {
    network: 'youtube',
    account: 'schatkamer',
    text: 'Dank',
    inReplyTo: below,
    kind: 'comment',
    media: [],
  }
  const { status, body } = await town.json('POST', '/sandbox/station/publish', draft)
  expect([status, body.error]).toEqual([400, 'not-top-level'])
})

test('the same text under the same message is refused for twelve hours, elsewhere it is not', async () => {
  const town = playground()
  const one = await town.write('x', 'anna', 'Vraag een')
  const two = await town.write('x', 'bram', 'Vraag twee')
  expect(await town.x.publish(reply(one, 'Kom langs'), 'k1')).toMatchObject({ status: 'published' })
  expect(await town.x.publish(reply(one, 'Kom langs'), 'k2')).toEqual(rejected('duplicate'))
  expect(await town.x.publish(reply(two, 'Kom langs'), 'k3')).toMatchObject({ status: 'published' })
  town.clock.advance(12 * HOUR + 1)
  expect(await town.x.publish(reply(one, 'Kom langs'), 'k4')).toMatchObject({ status: 'published' })
})

test('a message that its author deleted cannot be answered', async () => {
  const town = playground()
  const id = await town.write('x', 'anna', 'Laat maar')
  await town.request('DELETE', `/sandbox/messages/${id}`)
  expect(await town.x.publish(reply(id, 'Wat jammer'), 'k1')).toEqual(rejected('gone'))
})

test('more images than the network takes are refused', async () => {
  const town = playground()
  const image = { kind: 'image' as const, url: 'https://beeld.example/1.jpg', alt: 'Een vuurtoren' }
  expect(await town.x.publish(reply(null, 'Vier', { media: Array(4).fill(image) }), 'k1')).toMatchObject({
    status: 'published',
  })
  expect(await town.x.publish(reply(null, 'Vijf', { media: Array(5).fill(image) }), 'k2')).toEqual(
    rejected('too-many-images'),
  )
})

test.each([
  ['x', 100, 15 * MINUTE],
  ['facebook', 200, HOUR],
  ['youtube', 200, 16 * HOUR],
] as const)('%s takes %i texts and says when it takes the next', async (name, most, wait) => {
  const town = playground()
  for (let n = 0; n < most; n += 1) await town[name].publish(reply(null, `Tekst ${n}`), `k${n}`)
  const full = await town[name].publish(reply(null, 'Een te veel'), 'k')
  // 08:00 UTC is midnight on the Pacific coast, so YouTube's day has just begun.
  const after = name === 'youtube' ? DAY : wait
  expect(full).toEqual({ status: 'later', after, reason: 'rate-limit', scope: 'rate' })
  town.clock.advance(after)
  expect(await town[name].publish(reply(null, 'Een te veel'), 'k')).toMatchObject({ status: 'published' })
})

test('lifting the quotas lifts no rule of content', async () => {
  const town = playground()
  await town.request('POST', '/sandbox/quotas', { lifted: true })
  for (let n = 0; n < 101; n += 1) {
    expect(await town.x.publish(reply(null, `Tekst ${n}`), `k${n}`)).toMatchObject({ status: 'published' })
  }
  expect(await town.x.publish(reply(null, 'a'.repeat(281)), 'k')).toEqual(rejected('too-long'))
  expect(await town.x.publish(reply(null, 'Tekst 1'), 'k')).toEqual(rejected('duplicate'))
})

test('what we take back is gone for the public, and taking it back twice is no failure', async () => {
  const town = playground()
  const published = await town.x.publish(reply(null, 'Oeps'), 'k1')
  const id = published.status === 'published' ? published.id : ''
  expect(await town.x.retract!(id)).toMatchObject({ status: 'published', id })
  expect(await town.posts('x')).toEqual([])
  expect(await town.x.retract!(id)).toMatchObject({ status: 'published', id })
  expect(await town.x.retract!('x-0-1')).toEqual(rejected('gone'))
})

test('a like exists only where the network has likes', async () => {
  const town = playground()
  const id = await town.write('x', 'anna', 'Dank!')
  expect(await town.x.like!(id)).toMatchObject({ status: 'published', id })
  expect(town.youtube.like).toBeUndefined()
})
