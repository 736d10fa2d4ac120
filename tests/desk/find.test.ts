import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt } from '../../src/desk/excerpt.ts'
import { find } from '../../src/desk/find.ts'
import { receive } from '../../src/desk/receive.ts'
import { cast } from '../support/cast.ts'
import { openDesk } from '../support/desk.ts'

const HOSTILE = [
  '"',
  '""',
  '"" OR ""',
  'boek"',
  "' OR 1=1 --",
  'NEAR(a b)',
  'text:boek',
  'boek AND',
  'NOT',
  '^boek',
  'boek*',
  '*',
  '-boek',
  '(boek',
  'boek)',
  '{text}:boek',
  'a + b',
  '\u0000boek',
  '\u202Eboek',
  ';drop table message_text',
  '\\',
  '%',
  '_',
  '👩‍👩‍👧',
]

describe('finding', () => {
  it('finds by the beginning of words, without accents or capitals, newest first, one line a conversation', async () => {
    const desk = openDesk()
    const first = await desk.reader.writes('Ik zoek een Luisterboek over café-muziek', { thread: 'a' })
    await desk.reader.writes('Dat luisterboek dus', { thread: 'a' })
    const second = await desk.reader.writes('Welke luisterboeken zijn er voor kinderen?')
    await desk.reader.writes('Iets heel anders')
    const { hits } = await desk.act(cast.delft, (act) => find(act, 'luisterboek'))
    expect(hits.map((it) => [it.number, it.ordinal])).toEqual([
      [second, 1],
      [first, 2],
    ])
    expect((await desk.act(cast.delft, (act) => find(act, 'CAFE luister'))).hits.map((it) => it.number)).toEqual([
      first,
    ])
  })

  it('finds people by the beginning of their handle, with their conversations', async () => {
    const desk = openDesk()
    const first = await desk.reader.writes('Een', { as: 'Lezeres_1' })
    const second = await desk.reader.writes('Twee', { as: 'Lezeres_1' })
    await desk.reader.writes('Drie', { as: 'iemand' })
    const { people, hits } = await desk.act(cast.delft, (act) => find(act, '@lezeres'))
    expect(people).toEqual([{ handle: 'Lezeres_1', network: 'x', conversations: [second, first] }])
    expect(hits).toEqual([])
  })

  it('no longer finds what its author deleted', async () => {
    const desk = openDesk()
    await desk.reader.writes('geheimpje')
    const { external_id: id } = await desk.store.db
      .selectFrom('message')
      .select('external_id')
      .executeTakeFirstOrThrow()
    await desk.act(null, (act) =>
      receive(act, {
        network: 'x',
        account: 'schatkamer',
        source: 'test',
        cursor: '2',
        changes: [{ kind: 'deleted', account: 'schatkamer', id, at: desk.clock.now() }],
      }),
    )
    expect((await desk.act(cast.delft, (act) => find(act, 'geheimpje'))).hits).toEqual([])
  })

  it.each(HOSTILE)('takes %j as words or refuses it, and never as a query of its own', async (query) => {
    const desk = openDesk()
    await desk.reader.writes('een boek')
    const outcome = await desk.act(cast.delft, (act) => find(act, query)).catch((error: unknown) => error)
    if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'usage' })
    else expect(outcome).toMatchObject({ more: false })
    expect((await desk.act(cast.delft, (act) => find(act, 'boek'))).hits).toHaveLength(1)
  })

  it('survives any text whatever', async () => {
    const desk = openDesk()
    await desk.reader.writes('een boek')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (query) => {
        const outcome = await desk.act(cast.delft, (act) => find(act, query)).catch((error: unknown) => error)
        return !(outcome instanceof Error) || ('code' in outcome && outcome.code === 'usage')
      }),
      { numRuns: 300 },
    )
  })
})

describe('an excerpt', () => {
  it('shows the surroundings of the first word found, on one line', () => {
    const text = `${'woord '.repeat(60)}vuurtoren ${'erna '.repeat(60)}`
    expect(excerpt(text, ['vuurtoren'])).toMatch(/^….*vuurtoren.*…$/)
    expect(excerpt('twee\nregels\t\ttekst')).toBe('twee regels tekst')
  })

  it('leaves out characters that turn or hide what stands beside them', () => {
    expect(excerpt('a\u202Eb\u200Bc\u0007d')).toBe('abcd')
  })

  it('never cuts a character in half', () => {
    expect(excerpt('😀'.repeat(200))).toBe(`${'😀'.repeat(120)}…`)
  })
})
