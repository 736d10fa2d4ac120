import type { Agent } from 'node:https'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../../src/model/clock.ts'
import { youtubeNetwork } from '../../../src/networks/youtube/adapter.ts'
import { reasonText } from '../../../src/wording/reasons.ts'
import type { Fault } from '../../support/youtube/faults.ts'
import { draftTo, openPlayground, type Playground } from './playground.ts'

let at: Playground
beforeEach(async () => {
  at = await openPlayground()
})
afterEach(() => at.stop())

const publish = (to: string, text?: string) => at.network.publish(draftTo(to, text), 'key')
const inserts = () => at.youtube.journal.calls('comments.insert')

test('a reply to a comment stands under it, with a link', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  const outcome = await publish(id, 'Ja hoor 👍 <3 & tot ziens\nde bieb')
  const [reply] = at.youtube.world.repliesOf(id)
  expect(reply?.text).toBe('Ja hoor 👍 <3 & tot ziens\nde bieb')
  const url = `https://www.youtube.com/watch?v=dQwVideo001&lc=${reply?.id}`
  expect(outcome).toEqual({ status: 'published', id: reply?.id, url })
  expect(at.purse.spent).toMatchObject({ replying: 51 })
})

test('a reply to a reply goes under the top comment, the only place that YouTube takes', async () => {
  const top = at.youtube.comments('lezer', 'Vraag')
  const reply = at.youtube.replies('vriend', top.id, 'Dat wil ik ook weten')
  expect(await publish(reply.id)).toMatchObject({ status: 'published' })
  expect(at.youtube.journal.posts).toMatchObject([{ parent: top.id }])
})

test('what YouTube has no room for is refused before any call', async () => {
  expect(await at.network.publish(draftTo(null), 'key')).toEqual({ status: 'rejected', reason: 'no-posts' })
  const media = [{ kind: 'image' as const, url: 'https://example.org/a.png', alt: null }]
  expect(await at.network.publish({ ...draftTo('Ug1'), media }, 'key')).toMatchObject({ reason: 'too-many-images' })
  expect(at.youtube.journal.requests).toEqual([])
})

test.each([
  ['the comment is gone', 'gone', (id: string) => at.youtube.deletes(id)],
  ['comments are switched off', 'comments-disabled', () => at.youtube.disablesComments('dQwVideo001')],
  ['the comment is held', 'not-public', (id: string) => at.youtube.holds(id)],
  [
    'the consent is too small',
    'no-permission',
    () => at.youtube.oauth.grant('https://www.googleapis.com/auth/youtube.readonly'),
  ],
])('where %s the reply is refused for good, in words that people know', async (_, reason, befalls) => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  befalls(id)
  expect(await publish(id)).toEqual({ status: 'rejected', reason })
  expect(inserts()).toBe(1)
  expect(reasonText('nl')(reason)).not.toBe(reason)
  expect(reasonText('en')(reason)).not.toBe(reason)
})

test.each([
  ['an empty text', 'empty', '  '],
  ['a text that is too long', 'too-long', 'a'.repeat(10_001)],
])('%s is refused as such', async (_, reason, text) => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  expect(await publish(id, text)).toEqual({ status: 'rejected', reason })
})

const lost: [string, string, Omit<Fault, 'method' | 'times'>][] = [
  ['dropped before it was taken', 'connection lost', { kind: 'drop', when: 'before' }],
  ['dropped after it was taken', 'connection lost', { kind: 'drop', when: 'after' }],
  ['answered with a 503', 'HTTP 503', { kind: 'status', status: 503, when: 'after' }],
  ['answered with a 500 before it was taken', 'HTTP 500', { kind: 'status', status: 500, when: 'before' }],
  ['answered with what is no JSON', 'unreadable answer', { kind: 'garbage', when: 'after' }],
  ['refused by something that is not YouTube', 'HTTP 403', { kind: 'status', status: 403, when: 'before' }],
] as never
test.each(lost)('a reply that is %s may be out: it is sent once, and looked up', async (_, reason, fault) => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  at.youtube.replies('vriend', id, 'Dank voor je vraag!')
  at.youtube.faults.add({ ...fault, method: 'comments.insert', times: 9 } as Fault)
  const since = at.clock.now()
  const outcome = await publish(id)
  expect(outcome.status).toBe('unknown')
  expect((outcome as { reason: string }).reason).toMatch(
    reason === 'connection lost' ? /connection lost|ECONNRESET/ : reason,
  )
  expect(inserts()).toBe(1)
  at.youtube.faults.clear()
  const [ours] = at.youtube.world.repliesOf(id).filter((one) => one.author === at.youtube.world.us)
  const found = await at.network.find?.(draftTo(id), 'key', since)
  expect(found).toMatchObject(ours ? { status: 'found', id: ours.id } : { status: 'absent' })
  expect(at.youtube.journal.blind).toEqual([])
})

test('a look is made once too, whatever befalls it', async () => {
  at.youtube.faults.add({ method: 'commentThreads.list', kind: 'status', status: 503, when: 'before', times: 9 })
  await expect(at.read('comments')).rejects.toMatchObject({ code: 'HTTP 503' })
  expect(at.youtube.journal.calls('commentThreads.list')).toBe(1)
})

test('the look-up knows our reply among three hundred, and takes no older one with the same text for it', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  await publish(id, 'Graag gedaan')
  at.clock.advance(HOUR)
  const since = at.clock.now()
  for (let n = 0; n < 300; n++) at.youtube.replies('druk', id, `En nog iets ${n}`)
  expect(await at.network.find?.(draftTo(id, 'Graag gedaan'), 'key', since)).toEqual({ status: 'absent' })
  await publish(id, 'Graag gedaan')
  const found = await at.network.find?.(draftTo(id, 'Graag gedaan'), 'key', since)
  expect(found).toMatchObject({ status: 'found', id: at.youtube.journal.posts.length === 2 ? expect.any(String) : '' })
})

test('a look-up that fails cannot tell', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  at.youtube.faults.add({ method: 'comments.list', kind: 'garbage', when: 'before', times: 1 })
  expect(await at.network.find?.(draftTo(id), 'key', at.clock.now())).toEqual({ status: 'cannot tell' })
})

test('a connection that is never made leaves the reply for later, and its units unspent', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  const agent = new HttpsProxyAgent('http://127.0.0.1:1') as unknown as Agent
  const network = youtubeNetwork(at.settings, { ...at.surroundings, way: () => ({ agent, proxy: null }) })
  expect(await network.publish(draftTo(id), 'key')).toMatchObject({
    status: 'later',
    reason: 'ECONNREFUSED',
    scope: 'rate',
  })
  expect(at.purse.spent.replying).toBe(0)
})

test('a rate limit is waited out', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  at.youtube.faults.add({ method: 'comments.insert', kind: 'rate', times: 1 })
  expect(await publish(id)).toEqual({ status: 'later', after: MINUTE, reason: 'rate-limit', scope: 'rate' })
  expect(await publish(id)).toMatchObject({ status: 'published' })
})

test('once YouTube says that the day is used up, nothing is asked until midnight in California', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  at.youtube.quota.perDay = 40
  // 00:00 in Los Angeles is 08:00 UTC in January, and it is just that.
  expect(await publish(id)).toEqual({ status: 'later', after: 24 * HOUR, reason: 'quota', scope: 'rate' })
  const asked = at.youtube.journal.requests.length
  at.clock.advance(HOUR)
  expect(await publish(id)).toMatchObject({ status: 'later', after: 23 * HOUR, reason: 'quota' })
  await expect(at.read('comments')).rejects.toMatchObject({ code: 'quota', after: 23 * HOUR })
  expect(at.youtube.journal.requests).toHaveLength(asked)
  at.youtube.quota.perDay = 10_000
  at.clock.advance(23 * HOUR)
  at.again()
  expect(await publish(id)).toMatchObject({ status: 'published' })
})

test('a restart on the same day in California asks nothing again; another project has units of its own', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  at.clock.advance(2 * HOUR)
  at.youtube.quota.perDay = 40
  expect(await publish(id)).toMatchObject({ status: 'later', reason: 'quota', after: 22 * HOUR })
  const asked = at.youtube.journal.requests.length
  at.again()
  at.clock.advance(HOUR)
  expect(await publish(id)).toEqual({ status: 'later', after: 21 * HOUR, reason: 'quota', scope: 'rate' })
  await expect(at.read('comments')).rejects.toMatchObject({ code: 'quota', after: 21 * HOUR })
  expect(at.youtube.journal.requests).toHaveLength(asked)
  at.again({ clientId: 'another' })
  expect(await publish(id)).not.toMatchObject({ reason: 'quota' })
  at.again()
  at.clock.advance(21 * HOUR)
  at.youtube.quota.perDay = 10_000
  expect(await publish(id)).toMatchObject({ status: 'published' })
})

test('where our own budget has no room the reply waits, and YouTube is not asked', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  await at.purse.take('replying', 9_980)
  expect(await publish(id)).toMatchObject({ status: 'later', reason: 'budget', scope: 'rate', after: 24 * HOUR })
  expect(inserts()).toBe(0)
})

test('a reply of ours is taken back; one that is gone already is as good as that', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  const outcome = await publish(id)
  const ours = (outcome as { id: string }).id
  expect(await at.network.retract?.(ours)).toMatchObject({ status: 'published' })
  expect(at.youtube.world.repliesOf(id)).toEqual([])
  expect(await at.network.retract?.(ours)).toMatchObject({ status: 'published' })
  expect(await at.network.retract?.(id)).toEqual({ status: 'rejected', reason: 'not-deletable' })
})

test('a held comment is approved or rejected, and doing it twice does no harm', async () => {
  const { id } = at.youtube.comments('lezer', 'Mag dit?', undefined, 'heldForReview')
  for (const _ of [1, 2]) expect(await at.network.moderate?.(id, 'approve')).toMatchObject({ status: 'published' })
  expect(at.youtube.world.known(id).status).toBe('published')
  for (const _ of [1, 2]) expect(await at.network.moderate?.(id, 'reject')).toMatchObject({ status: 'published' })
  expect(at.youtube.world.known(id).status).toBe('rejected')
  at.youtube.deletes(id)
  expect(await at.network.moderate?.(id, 'approve')).toEqual({ status: 'rejected', reason: 'gone' })
  expect(await at.network.moderate?.(id, 'hide')).toEqual({ status: 'rejected', reason: 'not-possible-here' })
})

test('a slow answer is waited for', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  at.youtube.faults.add({ method: 'comments.insert', kind: 'slow', ms: SECOND / 10, times: 1 })
  expect(await publish(id)).toMatchObject({ status: 'published' })
})
