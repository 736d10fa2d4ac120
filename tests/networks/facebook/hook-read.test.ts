import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../../src/model/clock.ts'
import type { Change, Network } from '../../../src/networks/network.ts'
import { ACCOUNT, never, readUp, sourceOf, usePlayground, VERIFY } from './playground.ts'
import { HookStation } from './station.ts'

const on = usePlayground()
let network: Network
let station: HookStation

beforeEach(async () => {
  network = on.as({ verifyToken: VERIFY })
  station = new HookStation(network.hook!)
  on.facebook.webhooks.to(await station.open(), ['feed', 'mention', 'messages', 'message_edits', 'message_echoes'])
})
afterEach(() => station.close())

/** What the deliveries since the last look say. */
async function heard(): Promise<Change[]> {
  await on.facebook.webhooks.settled()
  const changes: Change[] = []
  for (const stored of station.stored.splice(0)) changes.push(...(await network.hook!.read(stored, never)))
  return changes
}
const asked = () => on.facebook.journal.asked.map(({ path }) => path)

test('a comment comes in with its branch, its root and what it answers', async () => {
  const post = on.facebook.byHand('Nieuw in de kast')
  await heard()
  const comment = on.facebook.public.comments(post.id, 'Lezer Een', 'Is het er al?')
  expect(await heard()).toEqual([
    {
      kind: 'created',
      account: ACCOUNT,
      id: comment.id,
      threadKey: comment.id,
      root: post.id,
      inReplyTo: post.id,
      answers: post.id,
      what: 'comment',
      author: { id: comment.from.id, handle: 'Lezer Een', name: 'Lezer Een' },
      text: 'Is het er al?',
      attachments: [],
      url: expect.stringContaining(`comment_id=${comment.id.split('_')[1]}`),
      at: comment.created,
      revision: 0,
      sight: null,
    },
  ])
})

test('whose post it is under is asked once, and not at all where the station knows', async () => {
  const post = on.facebook.byHand('Nieuw')
  on.facebook.public.comments(post.id, 'Lezer Een', 'Een')
  on.facebook.public.comments(post.id, 'Lezer Twee', 'Twee')
  await heard()
  expect(asked()).toHaveLength(1)
  const known = on.facebook.byHand('Van het station')
  on.known.set(known.id, { threadKey: null, ours: true })
  on.facebook.public.comments(known.id, 'Lezer Drie', 'Drie')
  expect(await heard()).toMatchObject([{ answers: known.id }])
  expect(asked()).toHaveLength(1)
})

test('an answer to a comment that nobody knows is put in its branch with the help of Graph', async () => {
  on.facebook.page.flat = false
  const post = on.facebook.byHand('Nieuw')
  const top = on.facebook.public.comments(post.id, 'Lezer Een', 'Een')
  const middle = on.facebook.public.comments(top.id, 'Lezer Twee', 'Twee')
  await heard()
  const deep = on.facebook.public.comments(middle.id, 'Lezer Drie', 'Drie')
  expect(await heard()).toMatchObject([{ id: deep.id, threadKey: top.id, inReplyTo: middle.id, answers: post.id }])
})

test('an edit, a hiding, a showing and a deletion each arrive as what they are', async () => {
  const comment = on.facebook.public.comments(on.facebook.byHand('Nieuw').id, 'Lezer Een', 'Dag')
  await heard()
  on.clock.advance(90 * SECOND)
  on.facebook.public.edits(comment.id, 'Dag allemaal')
  expect(await heard()).toMatchObject([{ kind: 'edited', text: 'Dag allemaal', revision: 90, at: comment.created }])
  on.facebook.public.hides(comment.id)
  expect(await heard()).toMatchObject([{ kind: 'edited', sight: 'hidden', revision: null, text: 'Dag allemaal' }])
  on.facebook.public.hides(comment.id, false)
  expect(await heard()).toMatchObject([{ kind: 'edited', sight: null, revision: null, text: 'Dag allemaal' }])
  on.facebook.public.deletes(comment.id)
  expect(await heard()).toEqual([{ kind: 'deleted', account: ACCOUNT, id: comment.id, at: expect.any(Number) }])
})

test('an edit within the second of writing is newer all the same, and one of a hidden comment leaves it hidden', async () => {
  const comment = on.facebook.public.comments(on.facebook.byHand('Nieuw').id, 'Lezer Een', 'Dag')
  on.facebook.public.edits(comment.id, 'Dag!')
  expect(await heard()).toMatchObject([{ revision: 0 }, { kind: 'edited', revision: 1 }])
  on.facebook.public.hides(comment.id)
  await heard()
  on.facebook.public.edits(comment.id, 'Dag!!')
  expect(await heard()).toMatchObject([{ kind: 'edited', sight: 'hidden' }])
})

test('visitors’ posts, shared posts and mentions come in, edited and taken away too', async () => {
  const visit = on.facebook.public.visits('Lezer Een', 'Zijn jullie open?', { photo: true })
  const shared = on.facebook.public.shares(on.facebook.byHand('Nieuw').id, 'Lezer Twee', 'Kijk eens')
  const mention = on.facebook.public.mentions('Lezer Drie', 'Bij de bibliotheek')
  const changes = await heard()
  expect(changes).toHaveLength(3)
  for (const { id } of [visit, shared, mention]) {
    expect(changes).toContainEqual(expect.objectContaining({ id, threadKey: id, what: 'mention', answers: null }))
  }
  expect(changes).toContainEqual(
    expect.objectContaining({ id: visit.id, attachments: [expect.objectContaining({ kind: 'image' })] }),
  )
  on.clock.advance(MINUTE)
  on.facebook.public.edits(visit.id, 'Zijn jullie zondag open?')
  expect(await heard()).toMatchObject([
    { kind: 'edited', id: visit.id, text: 'Zijn jullie zondag open?', revision: 60 },
  ])
  on.facebook.public.deletes(visit.id)
  expect(await heard()).toMatchObject([{ kind: 'deleted', id: visit.id }])
})

test('what we write ourselves is ours: posts, comments and the echo of private answers', async () => {
  const post = on.facebook.byHand('Nieuw')
  const comment = on.facebook.public.comments(post.id, 'Lezer Een', 'Dag')
  const message = on.facebook.public.writes('Lezer Een', 'Dag')
  await heard()
  await network.publish({ account: ACCOUNT, text: 'Terug', inReplyTo: comment.id, kind: 'comment', media: [] }, 'key')
  await network.publish({ account: ACCOUNT, text: 'Terug', inReplyTo: message.id, kind: 'direct', media: [] }, 'key')
  await network.publish({ account: ACCOUNT, text: 'Post', inReplyTo: null, kind: 'post', media: [] }, 'key')
  await on.facebook.webhooks.settled()
  expect(station.stored.length).toBeGreaterThanOrEqual(2)
  expect(await heard()).toEqual([])
})

test('a private message names its writer, whom Graph is asked for once', async () => {
  const first = on.facebook.public.writes('Lezer Een', 'Kan ik verlengen?', [
    { type: 'image', url: 'https://cdn.example/pas.jpg', name: 'pas.jpg' },
  ])
  on.facebook.public.writes('Lezer Een', 'Hallo?')
  const changes = await heard()
  const [one] = changes.filter(({ id }) => id === first.id)
  expect(one).toMatchObject({
    threadKey: `direct:${ACCOUNT}:${first.from.id}`,
    what: 'direct',
    author: { id: first.from.id, name: 'Lezer Een' },
    attachments: [{ kind: 'image', url: 'https://cdn.example/pas.jpg' }],
    revision: 0,
  })
  expect(changes.every((change) => change.kind !== 'deleted' && change.author.name === 'Lezer Een')).toBe(true)
  expect(asked()).toHaveLength(1)
})

test('an edited private message is the same one, written when it was', async () => {
  const message = on.facebook.public.writes('Lezer Een', 'Kan ik verlengne?')
  await heard()
  on.clock.advance(MINUTE)
  on.facebook.public.edits(message.id, 'Kan ik verlengen?')
  expect(await heard()).toMatchObject([
    { kind: 'edited', id: message.id, text: 'Kan ik verlengen?', revision: 1, at: message.created },
  ])
})

test('webhook and polling give each message the same id, branch, root and text', async () => {
  const post = on.facebook.byHand('Nieuw')
  on.facebook.page.flat = false
  const top = on.facebook.public.comments(post.id, 'Lezer Een', 'Een')
  const answer = on.facebook.public.comments(top.id, 'Lezer Twee', 'Twee')
  on.facebook.public.comments(answer.id, 'Lezer Drie', 'Drie')
  const visit = on.facebook.public.visits('Lezer Vier', 'Vier', { photo: true })
  on.facebook.public.comments(visit.id, 'Lezer Vijf', 'Vijf', { type: 'photo', url: 'https://cdn.example/5.jpg' })
  on.facebook.public.mentions('Lezer Zes', 'Zes')
  on.facebook.public.writes('Lezer Zeven', 'Zeven')
  const pushed = await heard()
  const polled: Change[] = []
  for (const { name } of network.sources()) {
    if (name === 'older comments') continue
    polled.push(...(await readUp(sourceOf(network, name), null)).changes)
  }
  const alike = (changes: Change[]) =>
    changes.map((change) => ({ ...change, revision: 0, url: null })).toSorted((a, b) => a.id.localeCompare(b.id))
  expect(pushed).toHaveLength(7)
  expect(alike(polled)).toEqual(alike(pushed))
})

test('of many parts in one delivery an odd one loses no other, and only the number of odd ones is logged', async () => {
  on.facebook.webhooks.hold()
  const post = on.facebook.byHand('Nieuw')
  on.facebook.public.comments(post.id, 'Lezer Een', 'Een')
  on.facebook.public.writes('Lezer Twee', 'Twee')
  await on.facebook.webhooks.release()
  const [stored = ''] = station.stored.splice(0)
  const body = JSON.parse(stored)
  body.entry.unshift(null, { id: 'x' }, { id: on.settings.pageId, time: 1, changes: [null, 7, { field: 'feed' }] })
  body.entry.push({
    id: on.settings.pageId,
    time: 1,
    changes: [{ field: 'feed', value: { item: 'comment', verb: 'add', message: 'vertrouwelijk' } }],
    messaging: [{ sender: {}, message: { text: 'vertrouwelijk' } }],
  })
  const changes = await network.hook!.read(JSON.stringify(body), never)
  expect(changes.map((change) => change.kind !== 'deleted' && change.text)).toEqual(['Een', 'Twee'])
  expect(on.lines.join()).toContain('"unreadable":7')
  expect(on.lines.join()).not.toContain('vertrouwelijk')
})

test.each([
  ['nothing', ''],
  ['half of it', '{"object":"page","entry":[{'],
  ['another object', '{"object":"user","entry":[]}'],
  ['an array', '[]'],
  ['null', 'null'],
])('a stored body with %s in it says nothing, and is no reason to stop', async (_, stored) => {
  expect(await network.hook!.read(stored, never)).toEqual([])
})

test('another page’s news, likes, and receipts are none of ours', async () => {
  const entry = [
    { id: '999', time: 1, changes: [{ field: 'feed', value: { item: 'post', verb: 'add', post_id: '999_1' } }] },
    {
      id: on.settings.pageId,
      time: 1,
      changes: [
        { field: 'feed', value: { item: 'reaction', verb: 'add', post_id: '1_1', reaction_type: 'like' } },
        { field: 'feed', value: { item: 'comment', verb: 'block', post_id: '1_1', comment_id: '1_2' } },
        { field: 'ratings', value: { item: 'rating', verb: 'add' } },
      ],
      messaging: [{ sender: { id: '5' }, recipient: { id: '1' }, timestamp: 1, delivery: { watermark: 1 } }],
    },
  ]
  expect(await network.hook!.read(JSON.stringify({ object: 'page', entry }), never)).toEqual([])
  expect(on.lines).toEqual([])
})

test('what people write while another app has the conversation is heard too', async () => {
  const message = on.facebook.public.writes('Lezer Een', 'Dag')
  await on.facebook.webhooks.settled()
  const body = JSON.parse(station.stored.splice(0)[0] ?? '')
  body.entry = body.entry.map(({ messaging, ...one }: { messaging: unknown }) => ({ ...one, standby: messaging }))
  expect(await network.hook!.read(JSON.stringify(body), never)).toMatchObject([{ id: message.id }])
})

test('a comment that is gone before we look is told as it came', async () => {
  on.facebook.webhooks.hold()
  const visit = on.facebook.public.visits('Lezer Een', 'Dag', { photo: true })
  on.facebook.public.deletes(visit.id)
  await on.facebook.webhooks.release()
  expect(await heard()).toMatchObject([
    { kind: 'created', id: visit.id, text: 'Dag' },
    { kind: 'deleted', id: visit.id },
  ])
})

test.each([
  [{ kind: 'error', code: 190 }, 'auth'],
  [{ kind: 'error', code: 4 }, 'rate-limit'],
  [{ kind: 'drop', when: 'before' }, expect.any(String)],
] as const)(
  'where Graph cannot tell at this moment (%o) the body is asked for again, and then comes whole',
  async (fault, code) => {
    const comment = on.facebook.public.comments(on.facebook.byHand('Nieuw').id, 'Lezer Een', 'Dag')
    await on.facebook.webhooks.settled()
    const [, stored = ''] = station.stored
    on.facebook.faults.add({ ...fault, times: 1 })
    await expect(network.hook!.read(stored, never)).rejects.toMatchObject({ name: 'SourceFailed', code })
    expect(await network.hook!.read(stored, never)).toMatchObject([{ id: comment.id }])
  },
)

test('the same delivery twice says the same twice: ids and revisions make it harmless', async () => {
  on.facebook.public.comments(on.facebook.byHand('Nieuw').id, 'Lezer Een', 'Dag')
  await on.facebook.webhooks.settled()
  const [, stored = ''] = station.stored
  on.clock.advance(HOUR)
  expect(await network.hook!.read(stored, never)).toEqual(await network.hook!.read(stored, never))
})
