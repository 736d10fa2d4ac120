import { expect, test } from 'vitest'
import { SECOND } from '../../../src/model/clock.ts'
import { onX, Reader, remembering, sourceNamed, textsOf, written } from './playground.ts'

const reading = async (...options: Parameters<typeof onX>) => {
  const stage = await onX(...options)
  return { ...stage, reader: new Reader(sourceNamed(stage.network, 'mentions'), remembering(stage.places)) }
}

test('two people under one post of ours have a branch each, with their own children in it', async () => {
  const { x, clock, reader, places } = await reading()
  const ours = x.writes('schatkamer', 'Welk boek lees je?')
  places.set(ours.id, { threadKey: null, ours: true })
  const [a, b] = [x.replies('anna', ours.id, 'Dune'), x.replies('bert', ours.id, 'Max Havelaar')]
  clock.advance(SECOND)
  const child = x.replies('carla', a.id, 'Mooi!')
  const all = (await reader.all()).map(written)
  expect(
    all.map(({ id, threadKey, answers, root, what, inReplyTo }) => [id, threadKey, answers, root, what, inReplyTo]),
  ).toEqual([
    [a.id, a.id, ours.id, ours.id, 'comment', ours.id],
    [b.id, b.id, ours.id, ours.id, 'comment', ours.id],
    [child.id, a.id, ours.id, ours.id, 'comment', a.id],
  ])
})

test('an answer to our answer stays in its branch, known to the station or not', async () => {
  const { x, clock, reader } = await reading()
  const mention = x.writes('lezer', '@schatkamer hebben jullie dit?')
  await reader.all()
  const ours = x.replies('schatkamer', mention.id, 'Ja')
  clock.advance(SECOND)
  const again = x.replies('lezer', ours.id, 'Fijn!')
  const [change] = await reader.all()
  expect(change).toMatchObject({
    id: again.id,
    threadKey: mention.id,
    answers: ours.id,
    what: 'comment',
    unanswerable: null,
  })
})

test('what stands above a reply is looked up where nobody here knows it, a few times at most', async () => {
  const { x, clock, reader, network } = await reading()
  const top = x.writes('schatkamer', 'Boven')
  let last = x.replies('p0', top.id, 'laag 0', { plain: true })
  const first = last
  for (let depth = 1; depth < 4; depth++) last = x.replies(`p${depth}`, last.id, `laag ${depth}`, { plain: true })
  clock.advance(SECOND)
  const deep = x.replies('lezer', last.id, '@schatkamer hallo', { plain: true })
  const [change] = await reader.all()
  expect(change).toMatchObject({ id: deep.id, threadKey: first.id, answers: top.id })
  expect(x.journal.requests.filter(({ endpoint }) => endpoint === 'GET /2/tweets').length).toBeLessThanOrEqual(3)
  expect(network.name).toBe('x')
})

test('a reply whose parent is gone is a branch of its own', async () => {
  const { x, clock, reader } = await reading()
  const stranger = x.writes('vreemde', 'Iets')
  const reply = x.replies('lezer', stranger.id, '@schatkamer weten jullie dit?')
  x.deletes(stranger.id)
  clock.advance(SECOND)
  expect((await reader.all())[0]).toMatchObject({
    id: reply.id,
    threadKey: reply.id,
    inReplyTo: stranger.id,
    answers: null,
  })
})

test('the branch of a message that the station knows is kept, whatever X tells now', async () => {
  const { x, clock, reader, places } = await reading()
  const stranger = x.writes('vreemde', 'Iets')
  places.set(stranger.id, { threadKey: 'een-oude-tak', ours: false })
  clock.advance(SECOND)
  x.replies('lezer', stranger.id, '@schatkamer en?')
  expect((await reader.all())[0]).toMatchObject({ threadKey: 'een-oude-tak' })
})

test('who quotes us may be answered, and it belongs to that post', async () => {
  const { x, clock, network, settings } = await reading()
  settings.hashtags.push('bieb')
  const ours = x.writes('schatkamer', 'Nieuw: e-books')
  clock.advance(SECOND)
  const quote = x.writes('lezer', 'Kijk eens #bieb', { quoted: ours.id })
  const other = x.writes('ander', 'Mooi weer #bieb')
  x.writes('schatkamer', 'Van ons #bieb')
  x.reposts('derde', other.id)
  const changes = (await new Reader(sourceNamed(network, 'listening')).all()).map(written)
  expect(changes.map(({ id, unanswerable, answers, what }) => [id, unanswerable, answers, what])).toEqual([
    [quote.id, null, ours.id, 'mention'],
    [other.id, 'not-summoned', null, 'mention'],
  ])
})

test('searches are put together, and too many for one query are spread over several', async () => {
  const { x, network, settings, clock } = await reading()
  expect(network.sources().map(({ name }) => name)).toEqual(['mentions', 'direct'])
  settings.hashtags.push('#bieb', 'boekenweek')
  settings.searches.push('"nieuwe bibliotheek" lang:nl')
  x.writes('a', 'Naar de nieuwe bibliotheek')
  x.writes('b', 'Het is #boekenweek')
  x.writes('c', 'Niets van dat')
  clock.advance(SECOND)
  expect(textsOf(await new Reader(sourceNamed(network, 'listening')).all())).toEqual([
    'Naar de nieuwe bibliotheek',
    'Het is #boekenweek',
  ])
  for (let number = 0; number < 60; number++) settings.hashtags.push(`eenlangehashtag${number}`)
  const names = network.sources().map(({ name }) => name)
  expect(names).toContain('listening-2')
  for (const name of names.filter((one) => one.startsWith('listening')))
    await new Reader(sourceNamed(network, name)).all()
  const queries = x.journal.requests.flatMap(({ query }) => query.query ?? [])
  expect(Math.max(...queries.map(({ length }) => length))).toBeLessThanOrEqual(512)
})

test('private messages come in with their person, ours do not, and without the right it is quiet for a day', async () => {
  const { x, clock, network } = await reading()
  const source = new Reader(sourceNamed(network, 'direct'))
  x.sendsDirect('lezer', 'Mag dit & dat?')
  clock.advance(SECOND)
  const [change] = await source.all()
  const person = x.person('lezer').id
  expect(change).toMatchObject({
    what: 'direct',
    text: 'Mag dit & dat?',
    threadKey: `direct:schatkamer:${person}`,
    author: { id: person, handle: 'lezer' },
    url: null,
  })
  clock.advance(60 * SECOND)
  x.sendsDirect('lezer', 'Nog iets')
  expect(textsOf(await source.all())).toEqual(['Nog iets'])
  x.rules.directs = false
  clock.advance(60 * SECOND)
  expect(await source.page()).toMatchObject({ changes: [], more: false, after: 24 * 3_600 * SECOND })
  x.rules.directs = true
  clock.advance(24 * 3_600 * SECOND)
  x.sendsDirect('lezer', 'Daar ben ik weer')
  expect(textsOf(await source.all())).toEqual(['Daar ben ik weer'])
})
