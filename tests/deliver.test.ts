import pino from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { Deliver } from '../src/deliver.ts'
import { like } from '../src/desk/like.ts'
import { reply } from '../src/desk/reply.ts'
import { LIMITS } from '../src/networks/limits.ts'
import type { Network } from '../src/networks/network.ts'
import { cast, networks, station } from './support/cast.ts'
import { openDesk } from './support/desk.ts'

it('puts a reply before a person whose outcome runs into a fault of ours, and holds up nothing else', async () => {
  const desk = openDesk({ platforms: [] })
  const answer = async (text: string) => {
    const conversation = await desk.reader.writes('Een vraag')
    return (await desk.act(cast.deventer, (act) => reply(act, { conversation, text }))).draft
  }
  const broken = await answer('Dit gaat mis.')
  const whole = await answer('Dit gaat goed.')
  desk.clock.advance(station.replies.hold)
  const x: Network = {
    name: 'x',
    account: 'schatkamer',
    live: false,
    limits: LIMITS.x,
    // An adapter that forgets the id, as only a bug can.
    publish: async ({ text }) => ({
      status: 'published',
      id: (text.includes('mis') ? null : 'x1') as string,
      url: null,
    }),
    sources: () => [],
  }
  const deliver = new Deliver({
    store: desk.store,
    desk: { station, networks, platforms: [] },
    clock: desk.clock,
    log: pino({ level: 'silent' }),
    boot: 'this start',
    chats: new Map(),
    networks: new Map([['x', x]]),
  })
  await deliver.start()
  onTestFinished(() => deliver.stop())
  const stateOf = async (id: number) =>
    (await desk.store.db.selectFrom('draft').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
  const comesTo = async (id: number, state: string) => {
    for (let look = 0; look < 200 && (await stateOf(id)) !== state; look++) {
      // After a failure the worker rests for a second.
      desk.clock.advance(1_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    return stateOf(id)
  }
  expect(await comesTo(broken, 'person')).toBe('person')
  expect(await comesTo(whole, 'sent')).toBe('sent')
})

it('asks a network eight times for what it never says the end of, and no more', async () => {
  const desk = openDesk({ platforms: [] })
  const conversation = await desk.reader.writes('Een vraag')
  await desk.act(cast.deventer, (act) => like(act, conversation))
  let asked = 0
  const x: Network = {
    name: 'x',
    account: 'schatkamer',
    live: false,
    limits: LIMITS.x,
    publish: async () => ({ status: 'rejected', reason: 'gone' }),
    like: async () => {
      asked++
      return { status: 'unknown', reason: 'timeout' }
    },
    sources: () => [],
  }
  const deliver = new Deliver({
    store: desk.store,
    desk: { station, networks, platforms: [] },
    clock: desk.clock,
    log: pino({ level: 'silent' }),
    boot: 'this start',
    chats: new Map(),
    networks: new Map([['x', x]]),
  })
  await deliver.start()
  onTestFinished(() => deliver.stop())
  const end = async () =>
    desk.store.db
      .selectFrom('delivery')
      .select(['state', 'reason'])
      .where('verb', '=', 'like')
      .executeTakeFirstOrThrow()
  for (let look = 0; look < 2_000 && (await end()).state !== 'rejected'; look++) {
    desk.clock.advance(10_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(await end()).toEqual({ state: 'rejected', reason: 'cannot-tell' })
  expect(asked).toBe(8)
})
