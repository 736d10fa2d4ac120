import { beforeEach, expect, test } from 'vitest'
import { MINUTE } from '../../src/model/clock.ts'
import type { Store } from '../../src/store/database.ts'
import { keepEvents, openEvents } from '../../src/store/intake.ts'
import { enqueue, type NewDelivery, PRIORITY } from '../../src/store/outbox.ts'
import { claimReady, conclude, unknownDue } from '../../src/store/outbox-worker.ts'
import { markRestored, restoredAt } from '../../src/store/restored.ts'
import { freshStore } from '../support/store.ts'

const MADE = Date.UTC(2027, 0, 11, 8)
const NOW = MADE + 60 * MINUTE

let store: Store
beforeEach(() => {
  store = freshStore()
})

const put = (verb: NewDelivery['verb'], orderKey: string, more: Partial<NewDelivery> = {}) =>
  store.transaction((tx) =>
    enqueue(
      { tx, now: MADE, steady: MADE },
      {
        target: verb === 'publish' || verb === 'retract' || verb === 'like' ? 'network' : 'chat',
        to: verb === 'publish' ? 'x' : 'desk',
        verb,
        orderKey,
        rateKey: orderKey,
        priority: PRIORITY.reply,
        subject: 'draft',
        subjectId: 1,
        ...more,
      },
    ),
  )
const claim = (limit = 50) =>
  store.transaction((tx) =>
    claimReady(tx, { now: NOW, steady: NOW, boot: 'b', limit, pausedRates: [], networksPaused: false, busy: [] }),
  )
const restore = () => store.transaction((tx) => markRestored(tx, NOW))
const due = async (steady: number) =>
  (await store.transaction((tx) => unknownDue(tx, steady, 50))).map(({ id, verb }) => ({ id, verb }))

test('nothing that was on its way leaves before it was looked up', async () => {
  const sending = await put('publish', 'branch 1')
  await claim()
  const queued = await put('publish', 'branch 1')
  const opening = await put('open', 'thread 1', { after: null })
  const post = await put('post', 'thread 1', { after: opening })
  expect(await restore()).toMatchObject({ replies: 2, chat: 2 })
  expect(await claim()).toEqual([])
  expect(await due(NOW)).toEqual([
    { id: opening, verb: 'open' },
    { id: post, verb: 'post' },
  ])
  const rows = await store.db.selectFrom('delivery').selectAll().where('id', 'in', [sending, queued]).execute()
  expect(rows.map(({ state, reason, attempted_at }) => ({ state, reason, attempted_at }))).toEqual([
    { state: 'unknown', reason: 'restored', attempted_at: MADE },
    { state: 'unknown', reason: 'restored', attempted_at: MADE },
  ])
})

test('a network is asked only when what went out a moment ago can be seen there', async () => {
  const reply = await put('publish', 'branch 1')
  await restore()
  expect(await due(NOW)).toEqual([])
  expect(await due(NOW + MINUTE)).toEqual([{ id: reply, verb: 'publish' }])
})

test('what does no harm when done twice is done again, in its place', async () => {
  const shown = await put('post', 'thread 1')
  const revised = await put('revise', 'thread 1')
  const retracted = await put('retract', 'branch 1')
  await restore()
  expect((await claim()).map((it) => it.id)).toEqual([retracted])
  await store.transaction((tx) =>
    conclude(tx, { id: shown, order_key: 'thread 1' }, { state: 'sent', settled_at: NOW }),
  )
  expect((await claim()).map((it) => it.id)).toEqual([revised])
})

test('posts whose moment has passed are put before a person, those to come stay planned', async () => {
  const entry = { id: 'eerste-zin', programme: 'ochtendblad', source: 'yaml' as const, texts: '{}', grace: 30 }
  const post = { entry: entry.id, programme: 'ochtendblad', channel: '#ochtendblad', zone: 'Europe/Amsterdam' }
  await store.transaction(async (tx) => {
    await tx
      .insertInto('entry')
      .values({
        ...entry,
        cron: '0 9 * * *',
        once: null,
        until: null,
        media: '[]',
        by: null,
        planned_to: null,
        since: NOW,
        state: 'active',
      })
      .execute()
    for (const [slot, due_at] of [
      ['2027-01-11T09:55', NOW - 5 * MINUTE],
      ['2027-01-11T10:05', NOW + 5 * MINUTE],
    ] as const)
      await tx
        .insertInto('post')
        .values({ ...post, slot, due_at, state: 'planned', grace: 30, texts: null, media: '[]', reason: null })
        .execute()
  })
  expect(await restore()).toMatchObject({ posts: 1 })
  expect(await store.db.selectFrom('post').select(['slot', 'state', 'reason']).orderBy('due_at').execute()).toEqual([
    { slot: '2027-01-11T09:55', state: 'late', reason: 'restored' },
    { slot: '2027-01-11T10:05', state: 'planned', reason: null },
  ])
})

test('numbers that were given after the backup are not given again', async () => {
  const before = await put('publish', 'branch 1')
  await restore()
  expect(await put('publish', 'branch 2')).toBeGreaterThan(before + 1_000)
  const { id } = await store.db
    .insertInto('history')
    .values({ at: NOW, by: null, what: 'restored', conversation: null, draft: null, post: null, detail: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  expect(id).toBeGreaterThan(1_000)
})

test('what the team did at the moment of the backup is not done once more', async () => {
  const event = {
    id: 'e1',
    at: MADE,
    by: 'curator-delft',
    channel: '#ochtendblad',
    kind: 'command',
    text: '/reply 12 Ja',
  } as const
  await store.transaction((tx) => keepEvents(tx, 'desk', [event], MADE))
  expect(await restore()).toMatchObject({ events: 1 })
  expect(await store.transaction(openEvents)).toEqual([])
})

test('it is known when it was restored, and doing it again changes nothing more', async () => {
  expect(await store.transaction(restoredAt)).toBe(0)
  await put('publish', 'branch 1')
  await restore()
  expect(await store.transaction(restoredAt)).toBe(NOW)
  expect(await restore()).toMatchObject({ replies: 0, chat: 0, posts: 0, events: 0 })
})
