import { expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../../src/model/clock.ts'
import { failing, onX, Reader, remembering, sourceNamed, textsOf } from './playground.ts'

const MENTIONS = 'GET /2/users/{id}/mentions'

const reading = async (...options: Parameters<typeof onX>) => {
  const stage = await onX(...options)
  return { ...stage, reader: new Reader(sourceNamed(stage.network, 'mentions'), remembering(stage.places)) }
}

test('a mention comes in with its writer, its address and its moment', async () => {
  const { x, clock, reader } = await reading()
  const post = x.writes('lezer', '@schatkamer hebben jullie Max Havelaar & zo?')
  const [change] = await reader.all()
  expect(change).toEqual({
    kind: 'created',
    account: 'schatkamer',
    id: post.id,
    threadKey: post.id,
    root: post.id,
    inReplyTo: null,
    answers: null,
    what: 'mention',
    author: { id: x.person('lezer').id, handle: 'lezer', name: x.person('lezer').name },
    text: '@schatkamer hebben jullie Max Havelaar & zo?',
    attachments: [],
    url: `https://x.com/lezer/status/${post.id}`,
    at: clock.now(),
    revision: 0,
    unanswerable: null,
  })
})

test('links come in as they were written, and a long text whole', async () => {
  const { x, reader } = await reading()
  const long = `@schatkamer ${'lang '.repeat(80)}einde`
  x.writes('lezer', '@schatkamer kijk op https://bibliotheek.nl/a?b=1&c=2 <eens>')
  x.writes('lezer', long)
  expect(textsOf(await reader.all())).toEqual(['@schatkamer kijk op https://bibliotheek.nl/a?b=1&c=2 <eens>', long])
})

test('a page of X newest first is handed out oldest first, at most a hundred at a time', async () => {
  const { x, clock, reader } = await reading()
  const all = Array.from({ length: 250 }, (_, number) => {
    clock.advance(100)
    return x.writes(`lezer${number % 7}`, `@schatkamer ${number}`).id
  })
  const first = await reader.page()
  expect(first.changes).toHaveLength(100)
  expect(first.more).toBe(true)
  await reader.all()
  expect(reader.changes.map(({ id }) => id)).toEqual(all)
  expect(x.journal.requests.filter(({ endpoint }) => endpoint.endsWith('/mentions'))).toHaveLength(3)
})

test('a first start begins an hour ago', async () => {
  const { x, clock, reader } = await reading()
  x.writes('lezer', '@schatkamer lang geleden')
  clock.advance(2 * 60 * MINUTE)
  x.writes('lezer', '@schatkamer net')
  expect(textsOf(await reader.all())).toEqual(['@schatkamer net'])
  expect(reader.gaps).toEqual([])
})

test('what is ours and what is only passed on is left out, and the cursor moves past it', async () => {
  const { x, clock, reader } = await reading()
  const post = x.writes('schatkamer', '@schatkamer praat met zichzelf')
  clock.advance(SECOND)
  const theirs = x.writes('lezer', '@schatkamer hallo')
  x.reposts('ander', theirs.id)
  expect(textsOf(await reader.all())).toEqual(['@schatkamer hallo'])
  expect(post.id < theirs.id).toBe(true)
  expect(await reader.all()).toEqual([])
})

test('an edit is a later version of the same message', async () => {
  const { x, clock, reader } = await reading()
  const post = x.writes('lezer', '@schatkamer tpyo')
  await reader.all()
  clock.advance(5 * SECOND)
  x.edits(post.id, '@schatkamer typo')
  const [edit] = await reader.all()
  expect(edit).toMatchObject({ kind: 'edited', id: post.id, revision: 1, text: '@schatkamer typo', at: post.at })
  expect(await reader.all()).toEqual([])
})

test('an edit that is read before what it edits stands where that was written, and a crash in between loses nothing', async () => {
  const { x, clock, reader, start, places } = await reading()
  const first = x.writes('lezer', '@schatkamer tpyo')
  const others = Array.from({ length: 150 }, (_, number) => {
    clock.advance(100)
    return x.writes('ander', `@schatkamer ${number}`).id
  })
  x.edits(first.id, '@schatkamer typo')
  await reader.page()
  const second = new Reader(sourceNamed(start(), 'mentions'), remembering(places))
  second.cursor = reader.cursor
  await second.all()
  await reader.all()
  expect(reader.changes.map(({ id }) => id)).toEqual([first.id, ...others])
  expect(reader.changes[0]).toMatchObject({ kind: 'edited', text: '@schatkamer typo' })
  expect(second.changes.map(({ id }) => id)).toEqual(expect.arrayContaining(others.slice(99)))
})

test('a post that X shows late is still seen, once', async () => {
  const { x, clock, reader } = await reading()
  const late = x.writes('traag', '@schatkamer eerst geschreven')
  x.protects('traag')
  clock.advance(10 * SECOND)
  x.writes('lezer', '@schatkamer later geschreven')
  expect(textsOf(await reader.all())).toEqual(['@schatkamer later geschreven'])
  x.reinstates('traag')
  clock.advance(5 * SECOND)
  const cursor = reader.cursor
  expect((await reader.all()).map(({ id }) => id)).toEqual([late.id])
  expect(reader.cursor).not.toBe(cursor)
  clock.advance(5 * SECOND)
  expect(await reader.all()).toEqual([])
})

test('what was handed out but not kept is handed out again', async () => {
  const { x, clock, reader } = await reading()
  for (let number = 0; number < 150; number++) {
    clock.advance(100)
    x.writes('lezer', `@schatkamer ${number}`)
  }
  await reader.page()
  const [kept, changes] = [reader.cursor, reader.changes.length]
  await reader.page()
  reader.cursor = kept
  reader.changes.length = changes
  await reader.all()
  expect(new Set(reader.changes.map(({ id }) => id)).size).toBe(150)
  expect(textsOf(reader.changes).at(-1)).toBe('@schatkamer 149')
})

test('a process that died reads on where the station had stored, and loses nothing', async () => {
  const { x, clock, reader, start, places } = await reading()
  for (let number = 0; number < 230; number++) {
    clock.advance(100)
    x.writes('lezer', `@schatkamer ${number}`)
  }
  await reader.page()
  const second = new Reader(sourceNamed(start(), 'mentions'), remembering(places))
  second.cursor = reader.cursor
  await second.all()
  const ids = [...reader.changes, ...second.changes].map(({ id }) => id)
  expect(new Set(ids).size).toBe(230)
  expect(second.changes.map(({ id }) => id)).toEqual([...second.changes.map(({ id }) => id)].sort())
})

test.each([
  ['a dropped line', { kind: 'drop', when: 'before' }, 'ECONNRESET', null],
  ['an answer of 503', { kind: 'status', when: 'before', status: 503 }, 'HTTP 503', null],
  ['an answer that is no JSON', { kind: 'garbage', when: 'before' }, 'unreadable answer', null],
  ['a 429', { kind: 'limited', retryAfter: 60 }, 'rate-limit', MINUTE],
] as const)('%s in the middle of gathering keeps what was gathered', async (_, fault, code, after) => {
  const { x, clock, reader, said } = await reading()
  const all = Array.from({ length: 350 }, (_, number) => {
    clock.advance(100)
    return x.writes('lezer', `@schatkamer ${number}`).id
  })
  const chances = [0.9, 0.9, 0.1]
  x.faults.random = () => chances.shift() ?? 0.9
  x.faults.add({ ...fault, method: MENTIONS, rate: 0.5, times: 1 })
  expect(await failing(reader.page(), said)).toEqual({ code, after })
  expect(reader.changes).toEqual([])
  clock.advance(after ?? 0)
  clock.advance(MINUTE)
  const newer = x.writes('lezer', '@schatkamer intussen').id
  await reader.all()
  clock.advance(SECOND)
  await reader.all()
  expect(reader.changes.map(({ id }) => id)).toEqual([...all, newer])
  const looks = x.journal.requests.filter(({ endpoint }) => endpoint === MENTIONS)
  expect(looks.filter(({ query, fault: failed }) => query.until_id && !failed).length).toBeGreaterThan(0)
  // Two pages before the fault, one that failed, two below it, and one for what came meanwhile.
  expect(looks.length).toBeLessThanOrEqual(7)
  expect(reader.gaps).toEqual([])
})

test('what is beyond the 800 that X gives is told with its times, and what is within reach comes in', async () => {
  const { x, clock, reader } = await reading()
  x.writes('lezer', '@schatkamer nul')
  await reader.all()
  const from = clock.now()
  const all = Array.from({ length: 1_000 }, (_, number) => {
    clock.advance(100)
    return x.writes('lezer', `@schatkamer ${number}`)
  })
  const found = await reader.all()
  expect(found.map(({ id }) => id)).toEqual(all.slice(200).map(({ id }) => id))
  expect(reader.gaps).toEqual([{ from, to: all[200]?.at }])
})

test('seven hundred that came while we were away are within reach: no gap', async () => {
  const { x, clock, reader } = await reading()
  x.writes('lezer', '@schatkamer nul')
  await reader.all()
  clock.advance(30 * MINUTE)
  for (let number = 0; number < 700; number++) {
    clock.advance(100)
    x.writes('lezer', `@schatkamer ${number}`)
  }
  expect(await reader.all()).toHaveLength(700)
  expect(reader.gaps).toEqual([])
})

test('X is asked less often while nobody writes, and much less where money runs low', async () => {
  const { x, clock, reader, purse } = await reading()
  x.writes('lezer', '@schatkamer hallo')
  await reader.all()
  expect(reader.after).toBeGreaterThanOrEqual(3 * SECOND)
  expect(reader.after).toBeLessThanOrEqual(6 * SECOND)
  const pauses: number[] = []
  for (let look = 0; look < 30; look++) {
    clock.advance(reader.after ?? 0)
    await reader.all()
    pauses.push(reader.after ?? 0)
  }
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
  expect(pauses.at(-1)).toBeGreaterThan(45 * SECOND)
  expect(pauses.at(-1)).toBeLessThanOrEqual(MINUTE)
  purse.low = true
  clock.advance(reader.after ?? 0)
  x.writes('lezer', '@schatkamer nog iets')
  await reader.all()
  expect(reader.after).toBeGreaterThanOrEqual(12 * SECOND)
})

test('a dead token, a wrong account and our own cap each have a name', async () => {
  const { x, reader, purse, said } = await reading()
  x.revoke()
  expect(await failing(reader.page(), said)).toEqual({ code: 'auth', after: null })
  x.revoke(false)
  purse.caps = { reading: 1 }
  expect(await failing(reader.page(), said)).toEqual({ code: 'budget', after: 3_600_000 })
  const other = await onX({ username: 'eenander' })
  expect(await failing(new Reader(sourceNamed(other.network, 'mentions')).page(), other.said)).toMatchObject({
    code: 'account',
  })
})
