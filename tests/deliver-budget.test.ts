import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { Deliver } from '../src/deliver.ts'
import { reply } from '../src/desk/reply.ts'
import { DAY, HOUR, MINUTE } from '../src/model/clock.ts'
import { LIMITS } from '../src/networks/limits.ts'
import type { Network } from '../src/networks/network.ts'
import { purseOf } from '../src/purse.ts'
import { cast, station } from './support/cast.ts'
import { alarmsOf, liveNetworks, stationWith } from './support/live.ts'
import { entryAt, openSchedule } from './support/schedule.ts'

const DOLLAR = 1_000_000

/** A station at nine in the morning whose X costs a dollar a post or reply, of ten a day; two are for replies. */
async function openForMoney(entries = [entryAt('ochtend', '0 9 * * *', { grace: 15 })]) {
  const { networks: terms } = stationWith({ day: 10, zone: 'Europe/Amsterdam' })
  const schedule = await openSchedule('2027-01-11T08:59', entries, { networks: terms }, liveNetworks)
  const { store, clock } = schedule
  const out: string[] = []
  const purse = purseOf({ store, clock, network: 'x', account: 'schatkamer', allowance: terms.x.allowance })
  const x: Network = {
    name: 'x',
    account: 'schatkamer',
    live: true,
    limits: LIMITS.x,
    sources: () => [],
    async publish({ text, kind }) {
      if (!(await purse.take(kind === 'post' ? 'posting' : 'replying', DOLLAR)))
        return { status: 'later', reason: 'budget', scope: 'rate', after: purse.until() }
      out.push(text)
      return { status: 'published', id: `x${out.length}`, url: null }
    },
  }
  const deliver = new Deliver({
    store,
    desk: { station: { ...station, networks: terms }, networks: liveNetworks, platforms: ['desk'] },
    clock,
    log: pino({ level: 'silent' }),
    boot: 'this start',
    chats: new Map(),
    networks: new Map([['x', x]]),
  })
  store.onCommit(() => deliver.bell.ring())
  await deliver.start()
  onTestFinished(() => deliver.stop())
  const settled = async () => {
    for (let n = 0; n < 200; n++) await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    ...schedule,
    out,
    purse,
    async answers(text: string) {
      const conversation = await schedule.reader.writes(`Een vraag voor ${text}`)
      await schedule.act(cast.deventer, (act) => reply(act, { conversation, text }))
      clock.advance(station.replies.hold)
      await settled()
    },
    async passes(ms: number, steps = 10) {
      for (let step = 0; step < steps; step++) {
        clock.advance(ms / steps)
        await settled()
      }
    },
    settled,
    told: async () => (await alarmsOf(schedule)).map((it) => it.notice).filter((it) => !it.startsWith('posts-')),
    variants: () => store.db.selectFrom('variant').select(['state', 'reason']).execute(),
  }
}

test('a post for which there is no money waits alone: replies go out, and one alarm tells of it', async () => {
  const it = await openForMoney()
  await it.purse.take('reading', 8 * DOLLAR)
  await it.tickUntil('2027-01-11T09:00')
  await it.settled()
  expect(it.out).toEqual([])
  expect(await it.variants()).toEqual([{ state: 'queued', reason: 'budget' }])
  await it.answers('Op de zolder.')
  expect(it.out).toEqual([expect.stringContaining('Op de zolder.')])
  await it.passes(5 * MINUTE)
  expect(await it.told()).toEqual(['budget-spent'])
})

test('a post that money came too late for is before a person as soon as its time is over, not at midnight', async () => {
  const it = await openForMoney()
  await it.purse.take('reading', 8 * DOLLAR)
  await it.tickUntil('2027-01-11T09:00')
  await it.passes(16 * MINUTE)
  expect(await it.variants()).toEqual([{ state: 'expired', reason: 'expired' }])
  expect(it.out).toEqual([])
})

test('where replies have used up all, they wait with one alarm and go out by themselves on the next day', async () => {
  const it = await openForMoney([])
  await it.purse.take('replying', 9 * DOLLAR)
  await it.answers('Een.')
  await it.answers('Twee.')
  await it.answers('Drie.')
  expect(it.out).toEqual([expect.stringContaining('Een.')])
  await it.passes(HOUR)
  expect(await it.told()).toEqual(['budget-empty'])
  await it.passes(15 * HOUR)
  expect(it.out.map((text) => text.slice(0, 4)).sort()).toEqual(['Drie', 'Een.', 'Twee'])
  await it.passes(DAY / 24)
  expect(await it.told()).toEqual(['budget-empty'])
})
