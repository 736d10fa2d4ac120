import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/model/clock.ts'
import { openPlayground, type Playground } from './playground.ts'

let at: Playground
beforeEach(async () => {
  at = await openPlayground()
})
afterEach(() => at.stop())

test('a comment on a video comes in whole: its thread is its own, the video stands on top, people get a link', async () => {
  const { id, published } = at.youtube.comments('lezer', 'Hebben jullie <b>Max Havelaar</b> & "De Avonden"?')
  expect(await at.read('comments')).toEqual([
    {
      kind: 'created',
      account: 'schatkamer',
      id,
      threadKey: id,
      root: 'dQwVideo001',
      inReplyTo: 'dQwVideo001',
      answers: 'dQwVideo001',
      what: 'comment',
      author: { id: at.youtube.world.person('lezer').channel, handle: 'lezer', name: 'lezer' },
      text: 'Hebben jullie <b>Max Havelaar</b> & "De Avonden"?',
      attachments: [],
      url: `https://www.youtube.com/watch?v=dQwVideo001&lc=${id}`,
      at: published,
      revision: 0,
      sight: null,
    },
  ])
})

test('what somebody typed as an entity stays as it was typed, line by line', async () => {
  at.youtube.comments('lezer', 'Zo schrijf je een kleiner-dan: &lt;\nSnap je?')
  expect(await at.read('comments')).toMatchObject([{ text: 'Zo schrijf je een kleiner-dan: &lt;\nSnap je?' }])
})

test('three hundred new comments come oldest first, each once, over several pages', async () => {
  await at.read('comments')
  const ids: string[] = []
  for (let n = 0; n < 300; n++) {
    at.clock.advance(SECOND)
    ids.push(at.youtube.comments('lezer', `Vraag ${n}`).id)
  }
  const changes = await at.read('comments')
  expect(changes.map((one) => one.id)).toEqual(ids)
})

test('what was written within one second, which is as fine as YouTube tells the time, keeps its order', async () => {
  const question = at.youtube.comments('lezer', 'Is het er al?')
  const written = ['Ja', 'Toch niet'].map((text) => at.youtube.replies('kijker', question.id, text).id)
  const next = at.youtube.comments('lezer', 'En dit boek?').id
  const changes = await at.read('comments')
  expect(changes.map((one) => one.id)).toEqual([question.id, ...written, next])
})

test('of more new replies than YouTube lists none comes before those that it does not list', async () => {
  const question = at.youtube.comments('lezer', 'Is het er al?')
  const reply = (text: string) => {
    at.clock.advance(SECOND)
    return at.youtube.replies('kijker', question.id, text).id
  }
  const written = ['Ja', 'Nee', 'Toch wel', 'Zeker'].map(reply)
  expect((await at.read('comments')).map((one) => one.id)).toEqual([question.id])
  const swept = await at.read('replies')
  expect(swept.map((one) => one.id)).toEqual(written)
})

test('what is said under a comment comes in only after that comment', async () => {
  for (let n = 0; n < 60; n++) {
    at.clock.advance(SECOND)
    at.youtube.comments('lezer', `Vraag ${n}`)
  }
  at.clock.advance(SECOND)
  const question = at.youtube.comments('lezer', 'Is het er al?')
  for (const text of ['Ja', 'Nee', 'Toch wel']) at.youtube.replies('kijker', question.id, text)
  const first = await at.source('comments').fetch(null, new AbortController().signal)
  expect(first.changes.map((one) => one.id)).not.toContain(question.id)
  expect(await at.read('replies')).toEqual([])
  expect((await at.read('comments')).map((one) => one.id)).toContain(question.id)
  expect(await at.read('replies')).toHaveLength(3)
})

test('a process that died in the middle of a walk hands out the rest, and nothing is lost', async () => {
  await at.read('comments')
  const ids: string[] = []
  for (let n = 0; n < 120; n++) {
    at.clock.advance(SECOND)
    ids.push(at.youtube.comments('lezer', `Vraag ${n}`).id)
  }
  const first = await at.source('comments').fetch(null, new AbortController().signal)
  expect(first.more).toBe(true)
  for (const { id } of first.changes) at.known.set(id, { threadKey: null, ours: false })
  at.again()
  const second = await at.source('comments').fetch(first.cursor, new AbortController().signal)
  const third = await at.source('comments').fetch(second.cursor, new AbortController().signal)
  const all = new Set([...first.changes, ...second.changes, ...third.changes].map((one) => one.id))
  const fourth = third.more ? await at.source('comments').fetch(third.cursor, new AbortController().signal) : null
  for (const one of fourth?.changes ?? []) all.add(one.id)
  expect(all).toEqual(new Set(ids))
})

test('a comment that YouTube shows days after it was written is taken in still', async () => {
  const late = at.youtube.comments('lezer', 'Was ik spam?', undefined, 'likelySpam')
  await at.read('comments')
  at.clock.advance(2 * DAY)
  at.youtube.comments('ander', 'Nieuw')
  await at.read('comments')
  late.status = 'published'
  expect(await at.read('comments')).toMatchObject([{ id: late.id, kind: 'created' }])
})

test('what was written long before the first start is left alone', async () => {
  at.youtube.comments('lezer', 'Oud')
  at.clock.advance(30 * DAY)
  expect(await at.read('comments')).toEqual([])
})

test('an edit comes with a revision that counts up, and the newest text', async () => {
  const { id } = at.youtube.comments('lezer', 'Is er plek?')
  at.clock.advance(MINUTE)
  at.youtube.edits(id, 'Is er plek op zondag?')
  expect(await at.read('comments')).toMatchObject([{ id, kind: 'edited', revision: 60, text: 'Is er plek op zondag?' }])
  at.clock.advance(MINUTE)
  at.youtube.edits(id, 'Laat maar')
  expect(await at.read('comments')).toMatchObject([{ id, kind: 'edited', revision: 120, text: 'Laat maar' }])
})

test('our own replies are not taken for anybody else’s', async () => {
  const { id } = at.youtube.comments('lezer', 'Vraag')
  await at.network.publish({ account: 'schatkamer', text: 'Antwoord', inReplyTo: id, kind: 'comment', media: [] }, 'k')
  expect((await at.read('comments')).map((one) => one.id)).toEqual([id])
  expect(await at.read('replies')).toEqual([])
})

test('replies that no list shows are found by the count of their thread, days later', async () => {
  const top = at.youtube.comments('lezer', 'Vraag')
  await at.read('comments')
  await at.read('replies')
  at.clock.advance(3 * DAY)
  for (let n = 0; n < 150; n++) at.youtube.comments('druk', `Andere vraag ${n}`)
  const ids = Array.from({ length: 4 }, (_, n) => at.youtube.replies('vriend', top.id, `Antwoord ${n}`).id)
  const changes = await at.read('replies')
  expect(changes.map((one) => one.id).sort()).toEqual(ids.sort())
  expect(changes[0]).toMatchObject({ threadKey: top.id, root: 'dQwVideo001', inReplyTo: top.id, what: 'comment' })
})

test('a reply that its writer deletes is seen gone by the sweep, and a thread that is gone too', async () => {
  const top = at.youtube.comments('lezer', 'Vraag')
  const other = at.youtube.comments('lezer', 'Andere vraag')
  const reply = at.youtube.replies('vriend', top.id, 'Antwoord')
  await at.read('comments')
  await at.read('replies')
  at.youtube.deletes(reply.id)
  at.youtube.deletes(other.id)
  at.clock.advance(HOUR)
  const gone = await at.read('replies')
  expect(gone.map(({ kind, id }) => [kind, id]).sort()).toEqual(
    [
      ['deleted', reply.id],
      ['deleted', other.id],
    ].sort(),
  )
})

test('with a comment the replies under it are gone', async () => {
  const top = at.youtube.comments('lezer', 'Vraag')
  const reply = at.youtube.replies('vriend', top.id, 'Antwoord')
  await at.read('comments')
  await at.read('replies')
  at.youtube.deletes(top.id)
  at.clock.advance(HOUR)
  expect((await at.read('replies')).map(({ kind, id }) => [kind, id])).toEqual([
    ['deleted', top.id],
    ['deleted', reply.id],
  ])
})

test('one thread that YouTube does not show holds up none of the others', async () => {
  const tops = [1, 2, 3].map((n) => at.youtube.comments('lezer', `Vraag ${n}`))
  const replies = tops.flatMap(({ id }) => [1, 2, 3].map((n) => at.youtube.replies('vriend', id, `Antwoord ${n}`)))
  await at.read('comments')
  at.youtube.forbids.add(tops[1]?.id ?? '')
  await at.read('replies')
  const shown = replies.filter(({ parent }) => parent !== tops[1]?.id)
  expect(shown.filter(({ id }) => !at.known.has(id))).toEqual([])
  const asked = at.youtube.journal.calls('comments.list')
  at.clock.advance(MINUTE)
  await at.read('replies')
  expect(at.youtube.journal.calls('comments.list')).toBe(asked)
})

test('what is held for review comes in as held, and is let in sight when somebody approves it elsewhere', async () => {
  const held = at.youtube.comments('lezer', 'Kijk op mijn site', undefined, 'heldForReview')
  expect(await at.read('comments')).toEqual([])
  expect(await at.read('held')).toMatchObject([{ id: held.id, sight: 'held' }])
  held.status = 'published'
  expect(await at.read('held')).toMatchObject([{ id: held.id, sight: null }])
  expect(await at.read('held')).toEqual([])
})

test('what stood in sight and is held afterwards comes as held', async () => {
  const { id } = at.youtube.comments('lezer', 'Kijk op mijn site')
  await at.read('comments')
  at.youtube.holds(id)
  expect(await at.read('held')).toMatchObject([{ id, sight: 'held' }])
})

test('what somebody rejected in YouTube Studio is gone', async () => {
  const held = at.youtube.comments('lezer', 'Kijk op mijn site', undefined, 'heldForReview')
  await at.read('held')
  held.status = 'rejected'
  expect(await at.read('held')).toMatchObject([{ kind: 'deleted', id: held.id }])
})

test('a held reply is found under a thread that stands in sight', async () => {
  const top = at.youtube.comments('lezer', 'Vraag')
  const held = at.youtube.replies('ander', top.id, 'Koop hier', 'heldForReview')
  expect(await at.read('held')).toMatchObject([{ id: held.id, threadKey: top.id, sight: 'held' }])
})

test('looking again tells what was edited or deleted, and says nothing of the rest', async () => {
  const same = at.youtube.comments('lezer', 'Zo blijft het')
  const edited = at.youtube.comments('lezer', 'Eerst zo')
  const gone = at.youtube.comments('lezer', 'Straks weg')
  const held = at.youtube.comments('lezer', 'Wacht', undefined, 'heldForReview')
  const rejected = at.youtube.comments('lezer', 'Nee')
  await at.network.moderate?.(rejected.id, 'reject')
  at.clock.advance(DAY)
  at.youtube.edits(edited.id, 'Nu zo')
  at.youtube.deletes(gone.id)
  const stored = [same, edited, gone, held, rejected].map(({ id }) => ({ id, threadKey: id, kind: 'comment' as const }))
  const changes = await at.network.recheck!.look(stored, new AbortController().signal)
  expect(changes).toMatchObject([
    { kind: 'edited', id: edited.id, text: 'Nu zo', sight: null },
    { kind: 'deleted', id: gone.id },
  ])
})
