import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/database.ts'
import { cancel, enqueue, type NewDelivery, PRIORITY } from '../../src/store/outbox.ts'
import { claimReady, conclude, recover, unknownDue } from '../../src/store/outbox-worker.ts'
import { freshStore } from '../support/store.ts'

let store: Store
beforeEach(() => {
  store = freshStore()
})

const NOW = 1_800_000_000_000
const put = (orderKey: string, more: Partial<NewDelivery> = {}, steady = NOW) =>
  store.transaction((tx) =>
    enqueue(
      { tx, now: NOW, steady },
      {
        target: 'chat',
        to: 'desk',
        verb: 'post',
        orderKey,
        rateKey: 'chat:desk:#ochtendblad',
        priority: PRIORITY.mirror,
        subject: 'notice',
        subjectId: 1,
        ...more,
      },
    ),
  )
const claim = (steady = NOW, more: { pausedRates?: string[]; networksPaused?: boolean; limit?: number } = {}) =>
  store.transaction((tx) =>
    claimReady(tx, {
      now: NOW,
      steady,
      boot: 'this start',
      limit: 50,
      pausedRates: [],
      networksPaused: false,
      busy: [],
      ...more,
    }),
  )
const ids = (rows: { id: number }[]) => rows.map((row) => row.id)
const end = (row: { id: number; order_key: string }, state: 'sent' | 'unknown' | 'queued') =>
  store.transaction((tx) =>
    conclude(tx, row, state === 'sent' ? { state, settled_at: NOW } : { state, not_before: NOW }),
  )

describe('order', () => {
  it('lets only the first of an order key leave, and the next when that is settled', async () => {
    const first = await put('thread 1')
    const second = await put('thread 1')
    const [claimed] = await claim()
    expect(claimed?.id).toBe(first)
    expect(await claim()).toEqual([])
    await end(claimed!, 'sent')
    expect(ids(await claim())).toEqual([second])
  })

  it('keeps what follows in a chat thread behind an unknown outcome, so that nothing overtakes it', async () => {
    const first = await put('thread 1')
    await put('thread 1')
    const [claimed] = await claim()
    await end(claimed!, 'unknown')
    expect(await claim()).toEqual([])
    await end(claimed!, 'queued')
    expect(ids(await claim())).toEqual([first])
  })

  it('lets the next reply of a public branch pass an unknown one', async () => {
    const publication = {
      target: 'network',
      to: 'x',
      account: 'station',
      verb: 'publish',
      rateKey: 'network:x',
    } as const
    await put('branch 1', publication)
    const second = await put('branch 1', publication)
    const [claimed] = await claim()
    await end(claimed!, 'unknown')
    expect(ids(await claim())).toEqual([second])
  })

  it('passes on the right to leave when the first is cancelled', async () => {
    const first = await put('thread 1')
    const second = await put('thread 1')
    expect(await store.transaction((tx) => cancel({ tx, now: NOW }, first, 'undone'))).toBe(true)
    expect(ids(await claim())).toEqual([second])
  })

  it('does not cancel what is already being sent', async () => {
    const first = await put('thread 1')
    await claim()
    expect(await store.transaction((tx) => cancel({ tx, now: NOW }, first, 'undone'))).toBe(false)
  })
})

describe('priority', () => {
  it('lets a reply leave before mirrors of other threads', async () => {
    await put('thread 1')
    const reply = await put('thread 2', { priority: PRIORITY.reply })
    expect(ids(await claim(NOW, { limit: 1 }))).toEqual([reply])
  })

  it('hurries what stands before a reply in its own thread', async () => {
    await put('thread 1')
    const mirror = await put('thread 2')
    await put('thread 2', { priority: PRIORITY.reply })
    expect(ids(await claim(NOW, { limit: 1 }))).toEqual([mirror])
  })

  it('hurries the root that a reply waits for', async () => {
    await put('thread 1')
    const root = await put('thread 2', { verb: 'open' })
    await put('thread 3', { priority: PRIORITY.reply, after: root })
    expect(ids(await claim(NOW, { limit: 1 }))).toEqual([root])
  })
})

describe('waiting', () => {
  it('holds back what waits for another until that has gone out', async () => {
    const root = await put('thread 1', { verb: 'open' })
    const sequel = await put('thread 2', { after: root })
    const [claimed] = await claim()
    expect(claimed?.id).toBe(root)
    expect(await claim()).toEqual([])
    await end(claimed!, 'sent')
    expect(ids(await claim())).toEqual([sequel])
  })

  it('holds a delivery for its full hold and no longer', async () => {
    const held = await put('thread 1', { delay: 10_000 })
    expect(await claim(NOW + 9_999)).toEqual([])
    expect(ids(await claim(NOW + 10_000))).toEqual([held])
  })

  it('leaves alone what a rate key holds back', async () => {
    await put('thread 1')
    const other = await put('thread 2', { rateKey: 'chat:desk:#boek-kwijt' })
    expect(ids(await claim(NOW, { pausedRates: ['chat:desk:#ochtendblad'] }))).toEqual([other])
  })

  it('publishes nothing while the station is paused, but goes on telling its own people', async () => {
    await put('branch 1', { target: 'network', to: 'x', verb: 'publish' })
    const told = await put('thread 1')
    expect(ids(await claim(NOW, { networksPaused: true }))).toEqual([told])
  })
})

describe('a new process start', () => {
  it('takes what the last one was sending for unknown, never for unsent', async () => {
    const lost = await put('branch 1', { target: 'network', to: 'x', verb: 'publish' })
    await claim()
    expect(await store.transaction((tx) => recover(tx, NOW, 'next start'))).toBe(1)
    expect(await claim()).toEqual([])
    expect(ids(await store.transaction((tx) => unknownDue(tx, NOW, 10)))).toEqual([lost])
  })

  it('simply repeats a retraction that was interrupted: taken back twice is taken back', async () => {
    const lost = await put('branch 1', { target: 'network', to: 'x', verb: 'retract' })
    await claim()
    await store.transaction((tx) => recover(tx, NOW, 'next start'))
    expect(ids(await claim())).toEqual([lost])
  })

  it('clamps a hold to its full length when the clock was set back meanwhile', async () => {
    const held = await put('thread 1', { delay: 10_000 })
    const anHourEarlier = NOW - 3_600_000
    await store.transaction((tx) => recover(tx, anHourEarlier, 'next start'))
    expect(await claim(anHourEarlier + 9_999)).toEqual([])
    expect(ids(await claim(anHourEarlier + 10_000))).toEqual([held])
  })
})
