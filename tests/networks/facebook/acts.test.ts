import { expect, test } from 'vitest'
import { DAY, MINUTE, SECOND } from '../../../src/model/clock.ts'
import type { Stored } from '../../../src/networks/network.ts'
import { draft, never, usePlayground } from './playground.ts'

const on = usePlayground()
const comment = (text = 'Dag') => on.facebook.public.comments(on.facebook.byHand('Nieuw').id, 'Lezer Een', text)
const reply = async (text: string, inReplyTo: string) => {
  const outcome = await on.network.publish(draft(text, { inReplyTo }), 'key')
  return outcome.status === 'published' ? outcome.id : ''
}

test('an answer is found under its comment, and one that never went out is absent', async () => {
  const { id } = comment()
  const since = on.clock.now()
  const ours = await reply('Dag  lezer ', id)
  expect(await on.network.find?.(draft('Dag lezer', { inReplyTo: id }), 'key', since)).toMatchObject({
    status: 'found',
    id: ours,
  })
  on.known.set(ours, { threadKey: id, ours: true })
  expect(await on.network.find?.(draft('Iets anders', { inReplyTo: id }), 'key', since)).toEqual({ status: 'absent' })
})

test('an answer of ours that the station does not know, in other words, may be this one put right by hand', async () => {
  const { id } = comment()
  await reply('Dag lezers', id)
  expect(await on.network.find?.(draft('Dag lezer', { inReplyTo: id }), 'key', on.clock.now())).toEqual({
    status: 'cannot tell',
  })
})

test('an answer is found although our clock was minutes ahead of Facebook’s', async () => {
  const { id } = comment()
  const ours = await reply('Dag lezer', id)
  const ahead = on.clock.now() + 5 * MINUTE
  expect(await on.network.find?.(draft('Dag lezer', { inReplyTo: id }), 'key', ahead)).toMatchObject({ id: ours })
})

test('an answer to a reply is found although Facebook hangs it under the comment at the top', async () => {
  const top = comment()
  const below = on.facebook.public.comments(top.id, 'Lezer Twee', 'Ook dag')
  const ours = await reply('Dag samen', below.id)
  expect(on.facebook.page.comments.get(ours)?.parent).toBe(top.id)
  expect(await on.network.find?.(draft('Dag samen', { inReplyTo: below.id }), 'key', on.clock.now())).toMatchObject({
    status: 'found',
    id: ours,
  })
})

test('another text of ours that says the same is not taken for this one', async () => {
  const { id } = comment()
  const known = await reply('Bedankt', id)
  on.known.set(known, { threadKey: id, ours: true })
  const sought = draft('Bedankt', { inReplyTo: id })
  expect(await on.network.find?.(sought, 'key', on.clock.now())).toEqual({ status: 'absent' })
  const second = await reply('Bedankt', id)
  expect(await on.network.find?.(sought, 'key', on.clock.now())).toMatchObject({ id: second })
})

test('what the public says in the same words, and what we said long before, is not ours of now', async () => {
  const { id } = comment()
  await reply('Bedankt', id)
  on.clock.advance(DAY)
  on.facebook.public.comments(id, 'Lezer Twee', 'Bedankt')
  expect(await on.network.find?.(draft('Bedankt', { inReplyTo: id }), 'key', on.clock.now())).toEqual({
    status: 'absent',
  })
})

test('a private answer is found in its conversation; twenty later ones hide it, and then nobody can tell', async () => {
  const { id } = on.facebook.public.writes('Lezer Een', 'Dag')
  const sought = draft('Dag lezer', { inReplyTo: id, kind: 'direct' })
  const since = on.clock.now()
  expect(await on.network.find?.(sought, 'key', since)).toEqual({ status: 'absent' })
  const sent = await on.network.publish(sought, 'key')
  expect(await on.network.find?.(sought, 'key', since)).toMatchObject({ status: 'found', id: 'id' in sent && sent.id })
  for (let n = 0; n < 20; n++) {
    on.clock.advance(SECOND)
    on.facebook.public.writes('Lezer Een', `Nummer ${n}`)
  }
  expect(await on.network.find?.(sought, 'key', since)).toEqual({ status: 'cannot tell' })
})

test('under what is gone there is nothing of ours; where Graph does not answer nobody can tell', async () => {
  const { id } = comment()
  on.facebook.faults.add({ kind: 'status', status: 500, when: 'before', times: 1 })
  const sought = draft('Dag', { inReplyTo: id })
  expect(await on.network.find?.(sought, 'key', on.clock.now())).toEqual({ status: 'cannot tell' })
  on.facebook.public.deletes(id)
  expect(await on.network.find?.(sought, 'key', on.clock.now())).toEqual({ status: 'absent' })
})

test('a text of ours is taken back, twice without harm; a private one stays', async () => {
  const ours = await reply('Oeps', comment().id)
  expect(await on.network.retract?.(ours)).toEqual({ status: 'published', id: ours, url: null })
  expect(on.facebook.page.comments.has(ours)).toBe(false)
  expect(await on.network.retract?.(ours)).toEqual({ status: 'published', id: ours, url: null })
  expect(await on.network.retract?.('m_1', 'direct')).toEqual({ status: 'rejected', reason: 'not-deletable' })
})

test('a comment is liked, and nothing is liked that is gone', async () => {
  const { id } = comment()
  expect(await on.network.like?.(id)).toMatchObject({ status: 'published' })
  expect(on.facebook.page.comments.get(id)?.likedByUs).toBe(true)
  on.facebook.public.deletes(id)
  expect(await on.network.like?.(id)).toEqual({ status: 'rejected', reason: 'gone' })
})

test('a comment is hidden and shown again, each twice without harm', async () => {
  const { id } = comment('Scheldwoord')
  for (const [verdict, hidden] of [
    ['hide', true],
    ['hide', true],
    ['show', false],
    ['show', false],
  ] as const) {
    expect(await on.network.moderate?.(id, verdict)).toMatchObject({ status: 'published' })
    expect(on.facebook.page.comments.get(id)?.hidden).toBe(hidden)
  }
})

test('without the permission nothing is hidden, and an answer of true alone is no success', async () => {
  const { id } = comment()
  on.facebook.faults.add({ kind: 'true', when: 'after', times: 1 })
  expect(await on.network.moderate?.(id, 'hide')).toEqual({ status: 'unknown', reason: 'unreadable answer' })
  on.facebook.tokens.page.permissions.delete('pages_manage_engagement')
  expect(await on.network.moderate?.(id, 'show')).toEqual({ status: 'rejected', reason: 'no-permission' })
})

test('fifty stored comments are looked at again in one call', async () => {
  const post = on.facebook.byHand('Nieuw')
  const stored = Array.from({ length: 50 }, (_, n): Stored => {
    const { id } = on.facebook.public.comments(post.id, `Lezer ${n}`, `Nummer ${n}`)
    return { id, threadKey: id, kind: 'comment' }
  })
  const changes = await on.network.recheck?.look(stored, never)
  expect(changes).toHaveLength(50)
  expect(on.facebook.journal.asked).toHaveLength(1)
  expect(on.network.recheck).toMatchObject({ batch: 50, every: DAY, until: 30 * DAY })
})

test('a look again tells what is gone, what was edited and what was hidden, beside what still stands', async () => {
  const post = on.facebook.byHand('Nieuw')
  const stored = Array.from({ length: 20 }, (_, n): Stored => {
    const { id } = on.facebook.public.comments(post.id, `Lezer ${n}`, `Nummer ${n}`)
    return { id, threadKey: id, kind: 'comment' }
  })
  const visit = on.facebook.public.visits('Lezer Een', 'Open?', { photo: true })
  stored.push({ id: visit.id, threadKey: visit.id, kind: 'mention' })
  const [gone, edited, hidden, ...rest] = stored.map(({ id }) => id)
  on.facebook.public.deletes(gone!)
  on.facebook.public.edits(edited!, 'Nummer een, verbeterd')
  on.facebook.public.hides(hidden!)
  const changes = (await on.network.recheck?.look(stored, never)) ?? []
  const of = (id: string | undefined) => changes.filter((change) => change.id === id)
  expect(of(gone)).toMatchObject([{ kind: 'deleted' }])
  expect(of(edited)).toMatchObject([
    { kind: 'edited', text: 'Nummer een, verbeterd', revision: null, threadKey: edited },
  ])
  expect(of(hidden)).toMatchObject([{ kind: 'edited', sight: 'hidden' }])
  expect(of(visit.id)).toMatchObject([{ kind: 'edited', what: 'mention', attachments: [{ kind: 'image' }] }])
  expect(changes.filter(({ kind }) => kind === 'deleted')).toHaveLength(1)
  expect(changes).toHaveLength(rest.length + 3)
})

test('private messages are not looked at again: Graph calls all but the newest twenty deleted', async () => {
  expect(await on.network.recheck?.look([{ id: 'm_1', threadKey: 'direct:a:1', kind: 'direct' }], never)).toEqual([])
  expect(on.facebook.journal.asked).toEqual([])
})

test.each([
  [190, 'auth'],
  [4, 'rate-limit'],
  [2, 'temporary'],
  [10, 'no-permission'],
] as const)('where Graph says %i a look again fails, and takes nothing for gone', async (code, expected) => {
  const { id } = comment()
  on.facebook.faults.add({ kind: 'error', code })
  await expect(on.network.recheck?.look([{ id, threadKey: id, kind: 'comment' }], never)).rejects.toMatchObject({
    code: expected,
  })
})

test('what the station is bound by', () => {
  expect(on.network.limits).toMatchObject({
    visibility: MINUTE,
    authoritative: true,
    moderation: ['hide', 'show'],
    directWindow: DAY,
    images: 1,
  })
})
