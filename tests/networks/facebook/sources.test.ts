import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/model/clock.ts'
import type { Change } from '../../../src/networks/network.ts'
import { ACCOUNT, never, readUp, sourceOf, usePlayground } from './playground.ts'

const on = usePlayground()
const said = (changes: Change[]) => changes.map((one) => (one.kind === 'deleted' ? one.id : one.text))
const read = (name: string, cursor: string | null = null) => readUp(sourceOf(on.network, name), cursor)

test('two comments under one post are two branches, and an answer to one of them stays in its branch', async () => {
  const post = on.facebook.byHand('Nieuw in de kast')
  const first = on.facebook.public.comments(post.id, 'Lezer Een', 'Is het er al?')
  on.clock.advance(SECOND)
  const second = on.facebook.public.comments(post.id, 'Lezer Twee', 'Mooi')
  on.clock.advance(SECOND)
  const answer = on.facebook.public.comments(first.id, 'Lezer Drie', 'Ja hoor')
  const { changes } = await read('comments')
  expect(changes).toEqual([
    {
      kind: 'created',
      account: ACCOUNT,
      id: first.id,
      threadKey: first.id,
      root: post.id,
      inReplyTo: post.id,
      answers: post.id,
      what: 'comment',
      author: { id: first.from.id, handle: 'Lezer Een', name: 'Lezer Een' },
      text: 'Is het er al?',
      attachments: [],
      url: expect.stringContaining(`comment_id=${first.id.split('_')[1]}`),
      at: first.created,
      revision: null,
      sight: null,
    },
    expect.objectContaining({ id: second.id, threadKey: second.id }),
    expect.objectContaining({ id: answer.id, threadKey: first.id, inReplyTo: first.id, answers: post.id }),
  ])
})

test('comments of one second, which is as fine as Graph tells the time, stay in the order of writing', async () => {
  const post = on.facebook.byHand('Nieuw in de kast')
  const question = on.facebook.public.comments(post.id, 'Lezer Een', 'Is het er al?')
  for (const text of ['Ja', 'Nee', 'Toch wel']) on.facebook.public.comments(question.id, 'Lezer Twee', text)
  const { changes } = await read('comments')
  expect(said(changes)).toEqual(['Is het er al?', 'Ja', 'Nee', 'Toch wel'])
})

test('our own comments are left out, and what is said under them answers them', async () => {
  const post = on.facebook.byHand('Nieuw')
  const comment = on.facebook.public.comments(post.id, 'Lezer Een', 'Dag')
  on.facebook.page.flat = false
  const sent = await on.network.publish(
    { account: ACCOUNT, text: 'Dag lezer', inReplyTo: comment.id, kind: 'comment', media: [] },
    'key',
  )
  const ours = 'id' in sent ? sent.id : ''
  on.clock.advance(SECOND)
  const thanks = on.facebook.public.comments(ours, 'Lezer Een', 'Bedankt')
  const { changes } = await read('comments')
  expect(said(changes)).toEqual(['Dag', 'Bedankt'])
  expect(changes[1]).toMatchObject({ id: thanks.id, threadKey: comment.id, inReplyTo: ours, answers: ours })
})

test('under a comment of ours each reader has a branch of his own', async () => {
  const post = on.facebook.byHand('Nieuw')
  const sent = await on.network.publish(
    { account: ACCOUNT, text: 'Nog iets', inReplyTo: post.id, kind: 'comment', media: [] },
    'key',
  )
  const ours = 'id' in sent ? sent.id : ''
  const one = on.facebook.public.comments(ours, 'Lezer Een', 'Een')
  on.clock.advance(SECOND)
  const two = on.facebook.public.comments(ours, 'Lezer Twee', 'Twee')
  const { changes } = await read('comments')
  expect(changes).toMatchObject([
    { id: one.id, threadKey: one.id, answers: ours },
    { id: two.id, threadKey: two.id, answers: ours },
  ])
})

test('a comment under what the station has takes over its branch', async () => {
  const post = on.facebook.byHand('Nieuw')
  const comment = on.facebook.public.comments(post.id, 'Lezer Een', 'Dag')
  on.known.set(comment.id, { threadKey: 'another branch', ours: false })
  const answer = on.facebook.public.comments(comment.id, 'Lezer Twee', 'Dag terug')
  const { changes } = await read('comments')
  expect(changes.find(({ id }) => id === answer.id)).toMatchObject({ threadKey: 'another branch' })
})

test('a visitor’s post is a branch with all that is said under it', async () => {
  const visit = on.facebook.public.visits('Lezer Een', 'Zijn jullie open?', { photo: true })
  on.clock.advance(SECOND)
  const comment = on.facebook.public.comments(visit.id, 'Lezer Twee', 'Dat wil ik ook weten')
  const posts = await read('visitor posts')
  expect(posts.changes).toMatchObject([
    { id: visit.id, threadKey: visit.id, what: 'mention', inReplyTo: null, answers: null, text: 'Zijn jullie open?' },
  ])
  expect(posts.changes[0]).toMatchObject({ attachments: [{ kind: 'image' }] })
  const comments = await read('comments')
  expect(comments.changes).toMatchObject([{ id: comment.id, threadKey: visit.id, inReplyTo: visit.id, answers: null }])
})

test('a post elsewhere that names the page is a mention', async () => {
  const post = on.facebook.public.mentions('Lezer Een', 'Gelezen bij de bibliotheek')
  const { changes } = await read('tagged')
  expect(changes).toMatchObject([{ id: post.id, threadKey: post.id, what: 'mention', answers: null }])
})

test('private messages come per person, with what is attached, and without our own', async () => {
  const message = on.facebook.public.writes('Lezer Een', 'Kan ik verlengen?', [
    { type: 'image', url: 'https://cdn.example/pas.jpg', name: 'pas.jpg' },
  ])
  await on.network.publish({ account: ACCOUNT, text: 'Ja', inReplyTo: message.id, kind: 'direct', media: [] }, 'key')
  const { changes } = await read('messages')
  expect(changes).toEqual([
    expect.objectContaining({
      id: message.id,
      threadKey: `direct:${ACCOUNT}:${message.from.id}`,
      what: 'direct',
      root: null,
      text: 'Kan ik verlengen?',
      author: { id: message.from.id, handle: 'Lezer Een', name: 'Lezer Een' },
      attachments: [{ kind: 'image', url: 'https://cdn.example/pas.jpg', alt: 'pas.jpg' }],
    }),
  ])
})

test('a comment that we hid is listed as hidden, and in sight again once it is shown', async () => {
  const comment = on.facebook.public.comments(on.facebook.byHand('Nieuw').id, 'Lezer Een', 'Dag')
  on.facebook.public.hides(comment.id)
  const hidden = await read('comments')
  expect(hidden.changes).toMatchObject([{ sight: 'hidden' }])
  on.facebook.public.hides(comment.id, false)
  expect((await read('comments', hidden.cursor)).changes).toMatchObject([{ sight: null }])
})

test('the cursor moves no further than what was handed out, and a late comment is seen all the same', async () => {
  const post = on.facebook.byHand('Nieuw')
  on.facebook.public.comments(post.id, 'Lezer Een', 'Eerst')
  const first = await read('comments')
  expect(first.cursor).toBe(String(on.clock.now()))
  on.clock.advance(HOUR)
  expect((await read('comments', first.cursor)).cursor).toBe(first.cursor)
  const late = on.facebook.public.comments(post.id, 'Lezer Twee', 'Laat')
  late.created -= HOUR + 2 * MINUTE
  expect(said((await read('comments', first.cursor)).changes)).toContain('Laat')
})

test('a thousand comments under one post come page by page, oldest first, each once', async () => {
  const post = on.facebook.byHand('Druk')
  const written = Array.from({ length: 1_000 }, (_, n) => {
    on.clock.advance(SECOND)
    return on.facebook.public.comments(post.id, `Lezer ${n}`, `Nummer ${n}`).id
  })
  const source = sourceOf(on.network, 'comments')
  const start = String(on.clock.now() - 2 * HOUR)
  const { changes, cursor } = await readUp(source, start)
  expect(changes.map(({ id }) => id)).toEqual(written)
  expect(cursor).toBe(String(on.clock.now()))
})

test('a process that ends between two pages loses none: the next one gathers again', async () => {
  const post = on.facebook.byHand('Druk')
  for (let n = 0; n < 150; n++) {
    on.clock.advance(SECOND)
    on.facebook.public.comments(post.id, `Lezer ${n}`, `Nummer ${n}`)
  }
  const page = await sourceOf(on.network, 'comments').fetch(String(on.clock.now() - HOUR), never)
  expect(page.more).toBe(true)
  const rest = await readUp(sourceOf(on.as({}), 'comments'), page.cursor)
  expect(new Set([...said(page.changes), ...said(rest.changes)]).size).toBe(150)
})

test('a page that was not taken in is handed out again', async () => {
  const post = on.facebook.byHand('Druk')
  for (let n = 0; n < 150; n++) {
    on.clock.advance(SECOND)
    on.facebook.public.comments(post.id, `Lezer ${n}`, `Nummer ${n}`)
  }
  const source = sourceOf(on.network, 'comments')
  const start = String(on.clock.now() - HOUR)
  const page = await source.fetch(start, never)
  expect(said((await source.fetch(start, never)).changes)).toEqual(said(page.changes))
})

test('older posts are looked at too, though less often', async () => {
  const old = on.facebook.byHand('Van vorige week')
  on.clock.advance(7 * DAY)
  for (let n = 0; n < 60; n++) on.facebook.byHand(`Post ${n}`)
  const comment = on.facebook.public.comments(old.id, 'Lezer Een', 'Nu pas gezien')
  expect((await read('comments')).changes).toEqual([])
  expect((await read('older comments')).changes).toMatchObject([{ id: comment.id }])
  const every = (name: string) => sourceOf(on.network, name).every
  expect(every('older comments')).toBeGreaterThan(every('comments'))
})

test('of a conversation only the newest twenty can be read: what came between is reported with its times', async () => {
  const { created } = on.facebook.public.writes('Lezer Een', 'Nummer 0')
  const { cursor } = await read('messages')
  for (let n = 1; n <= 30; n++) {
    on.clock.advance(10 * MINUTE)
    on.facebook.public.writes('Lezer Een', `Nummer ${n}`)
  }
  const page = await sourceOf(on.network, 'messages').fetch(cursor, never)
  expect(page.changes).toHaveLength(20)
  expect(page.gap).toEqual({ from: created, to: created + 11 * 10 * MINUTE })
  const next = await sourceOf(on.network, 'messages').fetch(page.cursor, never)
  expect(next.gap).toBeUndefined()
})

test('with webhooks the same sources only make sure: they look at most every ten minutes', () => {
  const alone = on.network.sources()
  const pushed = on.as({ verifyToken: 'woord' }).sources()
  expect(pushed.map(({ name }) => name)).toEqual(alone.map(({ name }) => name))
  expect(Math.min(...pushed.map(({ every }) => every))).toBeGreaterThanOrEqual(10 * MINUTE)
  expect(Math.max(...alone.filter(({ name }) => name === 'comments').map(({ every }) => every))).toBe(MINUTE)
})

test('while nothing is new a look at the comments is one call', async () => {
  for (let n = 0; n < 20; n++) on.facebook.byHand(`Post ${n}`)
  await read('comments')
  expect(on.facebook.journal.asked).toHaveLength(1)
})

test('an hour of polling alone stays far under what Facebook allows a page', () => {
  const calls = on.network.sources().map(({ every }) => HOUR / every)
  expect(calls.reduce((sum, one) => sum + one)).toBeLessThan(250)
})

test.each([
  [190, 'auth', 5 * MINUTE],
  [4, 'rate-limit', 5 * MINUTE],
  [80001, 'rate-limit', 5 * MINUTE],
  [10, 'no-permission', 5 * MINUTE],
  [2, 'temporary', 5 * SECOND],
] as const)('where Graph says %i a source fails with a code and a pause', async (code, expected, after) => {
  on.facebook.faults.add({ kind: 'error', code })
  await expect(read('comments')).rejects.toMatchObject({ name: 'SourceFailed', code: expected, after })
})

test.each([['html'], ['true'], ['empty'], ['half'], ['drop']] as const)(
  'an answer that is %s fails, and the cursor stays',
  async (kind) => {
    on.facebook.faults.add({ kind, when: 'before', times: 1 })
    await expect(read('messages')).rejects.toMatchObject({ name: 'SourceFailed' })
  },
)

test('whoever the page may not be told of is nobody else’s namesake', async () => {
  const post = on.facebook.byHand('Nieuw')
  const one = on.facebook.public.comments(post.id, 'Lezer Een', 'Een')
  const two = on.facebook.public.comments(post.id, 'Lezer Twee', 'Twee')
  on.facebook.page.comments.get(one.id)!.from = {} as never
  on.facebook.page.comments.get(two.id)!.from = {} as never
  const { changes } = await read('comments')
  const authors = changes.map((change) => (change.kind === 'deleted' ? '' : change.author.id))
  expect(authors.toSorted()).toEqual([`unknown:${one.id}`, `unknown:${two.id}`].toSorted())
})
