import { beforeEach, expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../src/model/clock.ts'
import type { Store } from '../../src/store/database.ts'
import { storedHealth } from '../../src/store/health.ts'
import { hookHandled, hookId, keepHooks } from '../../src/store/hooks.ts'
import { keepEvents } from '../../src/store/intake.ts'
import { enqueue, type NewDelivery, PRIORITY } from '../../src/store/outbox.ts'
import { claimReady, conclude } from '../../src/store/outbox-worker.ts'
import { pauseRate } from '../../src/store/rates.ts'
import { set } from '../../src/store/settings.ts'
import { freshStore } from '../support/store.ts'

const NOW = Date.UTC(2027, 0, 11, 8)
const at = { now: NOW, steady: NOW }

let store: Store
beforeEach(() => {
  store = freshStore()
})

const health = (later = 0) =>
  store.transaction((tx) => storedHealth(tx, { now: NOW + later, steady: NOW + later, today: NOW - MINUTE }))
const put = (rateKey: string, more: Partial<NewDelivery> = {}) =>
  store.transaction((tx) =>
    enqueue(
      { tx, ...at },
      {
        target: 'chat',
        to: 'desk',
        verb: 'post',
        orderKey: rateKey,
        rateKey,
        priority: PRIORITY.mirror,
        subject: 'notice',
        subjectId: 1,
        ...more,
      },
    ),
  )

test('it counts what is on its way and how long the first has waited that nothing holds back', async () => {
  await put('a')
  await put('a')
  await put('b', { delay: 10 * SECOND })
  expect((await health(3 * SECOND)).outbox).toMatchObject({ queued: 3, oldest: 3 * SECOND, sending: 0 })
})

test('what a full quota, a predecessor or a pause holds back is no lag', async () => {
  const root = await put('full')
  await put('waits', { after: root })
  await put('public', { target: 'network', to: 'x', verb: 'publish' })
  await store.transaction((tx) => pauseRate({ tx, steady: NOW }, 'full', MINUTE, 'rate-limit'))
  expect((await health(30 * SECOND)).outbox.oldest).toBe(30 * SECOND)
  await store.transaction((tx) => set({ tx, now: NOW }, 'paused', 'yes', null))
  expect(await health(30 * SECOND)).toMatchObject({ paused: true, outbox: { oldest: 0 } })
  expect((await health(2 * MINUTE)).outbox.oldest).toBe(2 * MINUTE)
})

test('a line of which a chat takes one at a time is no lag, until it is not slowed down any more', async () => {
  await put('chat:slack:ochtendblad')
  await store.transaction((tx) => pauseRate({ tx, steady: NOW }, 'pace:chat:slack:ochtendblad', MINUTE, 'pace'))
  expect((await health(30 * SECOND)).outbox).toMatchObject({ queued: 1, oldest: 0 })
  expect((await health(2 * MINUTE)).outbox.oldest).toBe(2 * MINUTE)
})

test('it tells how long a call has taken, and what is unknown, before a person or refused', async () => {
  for (const key of ['a', 'b', 'c', 'd', 'e']) await put(key)
  const [a, b, c, d] = await store.transaction((tx) =>
    claimReady(tx, { ...at, boot: 'this', limit: 5, pausedRates: [], networksPaused: false, busy: [] }),
  )
  await store.transaction(async (tx) => {
    await conclude(tx, a!, { state: 'unknown' })
    await conclude(tx, b!, { state: 'unknown', person: 1 })
    await conclude(tx, c!, { state: 'rejected', settled_at: NOW })
    await conclude(tx, d!, { state: 'rejected', settled_at: NOW - 2 * MINUTE })
  })
  expect((await health(20 * SECOND)).outbox).toEqual({
    queued: 0,
    oldest: 0,
    sending: 1,
    longest: 20 * SECOND,
    unknown: 1,
    person: 1,
    rejectedToday: 1,
  })
})

test('it sees posts whose moment has passed, and the next one', async () => {
  const planned = (slot: string, due: number) => ({
    ...{ entry: 'eerste-zin', programme: 'ochtendblad', channel: '#ochtendblad', zone: 'Europe/Amsterdam', grace: 30 },
    ...{ slot, due_at: due, state: 'planned' as const },
  })
  await store.transaction(async (tx) => {
    const entry = { id: 'eerste-zin', programme: 'ochtendblad', source: 'yaml' as const, texts: '{}', grace: 30 }
    await tx
      .insertInto('entry')
      .values({
        ...entry,
        cron: '0 9 * * *',
        once: null,
        until: null,
        media: '[]',
        state: 'active',
        by: null,
        planned_to: null,
        since: NOW,
      })
      .execute()
    for (const [slot, due] of [
      ['2027-01-11T08:58', NOW - 2 * MINUTE],
      ['2027-01-11T08:59', NOW - MINUTE],
      ['2027-01-12T09:00', NOW + MINUTE],
    ] as const)
      await tx
        .insertInto('post')
        .values({ ...planned(slot, due), texts: null, media: '[]', reason: null })
        .execute()
  })
  expect((await health()).airing).toEqual({ nextDue: NOW + MINUTE, overdue: 2, late: 2 * MINUTE })
})

test('it sees what the team did and nobody acted on', async () => {
  const event = {
    id: 'e1',
    at: NOW,
    by: 'curator-delft',
    channel: '#ochtendblad',
    kind: 'command',
    text: '/inbox',
  } as const
  await store.transaction((tx) => keepEvents(tx, 'desk', [event], NOW))
  expect((await health(5 * SECOND)).intake).toEqual({ open: 1, oldest: 5 * SECOND })
})

test('it sees what a network pushed and was not taken in yet', async () => {
  await store.transaction((tx) =>
    keepHooks(tx, [
      { network: 'x', body: 'a', at: NOW },
      { network: 'x', body: 'b', at: NOW },
    ]),
  )
  await store.transaction((tx) => hookHandled({ tx, now: NOW }, hookId('x', 'a')))
  expect((await health(5 * SECOND)).pushed).toEqual({ open: 1, oldest: 5 * SECOND })
})
