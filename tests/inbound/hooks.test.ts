import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/model/clock.ts'
import { SourceFailed } from '../../src/networks/network.ts'
import type { Store } from '../../src/store/database.ts'
import { alarmsIn, ear, networkWith, PlayedSource, page, said, until } from './playground.ts'
import { StrictHook } from './strict-hook.ts'

const pushed = (...ids: string[]) => JSON.stringify(ids.map((id) => said(id)))
const messages = async (store: Store) =>
  (await store.db.selectFrom('message').select('external_id').orderBy('id').execute()).map((it) => it.external_id)
const hooks = (store: Store) => store.db.selectFrom('hook').selectAll().orderBy('at').execute()
const handled = (store: Store) =>
  until('all of it taken in', async () => (await hooks(store)).every((it) => it.handled_at !== null))

function listening() {
  const hook = new StrictHook()
  return { hook, ...ear([networkWith([new PlayedSource()], { hook })]) }
}

describe('what a network pushes', () => {
  it('is on the disk when it is kept, and taken in afterwards in the order in which it came', async () => {
    const { store, inbound, hook } = listening()
    await Promise.all(['1', '2', '3', '4'].map((id) => inbound.hooks.keep('x', pushed(id))))
    expect((await hooks(store)).map((it) => [it.body, it.handled_at])).toEqual(
      ['1', '2', '3', '4'].map((id) => [pushed(id), null]),
    )
    inbound.start()
    await handled(store)
    expect(hook.bodies).toEqual(['1', '2', '3', '4'].map((id) => pushed(id)))
    expect(await messages(store)).toEqual(['1', '2', '3', '4'])
  })

  it('is taken in at once while the station listens', async () => {
    const { store, inbound } = listening()
    inbound.start()
    await inbound.hooks.keep('x', pushed('1'))
    await until('the message', async () => (await messages(store)).length === 1)
  })

  it('is kept once however often it is brought, also when it was taken in long ago', async () => {
    const { store, inbound, hook, clock } = listening()
    inbound.start()
    await Promise.all([inbound.hooks.keep('x', pushed('1')), inbound.hooks.keep('x', pushed('1'))])
    await handled(store)
    clock.advance(2 * DAY)
    await until('the words forgotten', async () => (await hooks(store))[0]?.body === '')
    await inbound.hooks.keep('x', pushed('1'))
    await inbound.hooks.keep('x', pushed('2'))
    await handled(store)
    expect(hook.bodies).toEqual([pushed('1'), pushed('2')])
  })

  it('and what polling gives are one message', async () => {
    const hook = new StrictHook()
    const source = new PlayedSource().gives(
      page([said('1'), said('2', { revision: 2, text: 'nieuwer' })], '1'),
      page([said('3')], '2'),
    )
    const { store, inbound, clock } = ear([networkWith([source], { hook })])
    inbound.start()
    await until('the page', async () => (await messages(store)).length === 2)
    await inbound.hooks.keep('x', JSON.stringify([said('1'), said('2', { revision: 1, text: 'ouder' }), said('3')]))
    await until('the push', async () => (await messages(store)).length === 3)
    clock.advance(MINUTE)
    await source.looked(2)
    expect(await messages(store)).toEqual(['1', '2', '3'])
    const second = await store.db.selectFrom('message').select('text').where('external_id', '=', '2').execute()
    expect(second).toEqual([{ text: 'nieuwer' }])
    expect(await store.db.selectFrom('conversation').select('id').execute()).toHaveLength(3)
  })

  it('is forgotten a day after it was taken in, and after a week leaves nothing', async () => {
    const { store, inbound, clock } = listening()
    inbound.start()
    await inbound.hooks.keep('x', pushed('1'))
    await handled(store)
    clock.advance(DAY - HOUR)
    await new Promise((resolve) => setImmediate(resolve))
    expect((await hooks(store))[0]?.body).toBe(pushed('1'))
    clock.advance(2 * HOUR)
    await until('its words gone', async () => (await hooks(store))[0]?.body === '')
    clock.advance(7 * DAY)
    await until('all of it gone', async () => (await hooks(store)).length === 0)
  })
})

describe('what cannot be taken in', () => {
  it('is tried again later where the network says so, and holds its place', async () => {
    const { store, inbound, hook, clock } = listening()
    hook.endings.push(new SourceFailed('x', 'rate-limit', 5 * MINUTE))
    inbound.start()
    await inbound.hooks.keep('x', pushed('1'))
    await inbound.hooks.keep('x', pushed('2'))
    await until('the failure', async () => (await hooks(store))[0]?.attempts === 1)
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
    clock.advance(4 * MINUTE)
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(hook.bodies).toHaveLength(1)
    clock.advance(MINUTE)
    await handled(store)
    expect(hook.bodies).toEqual([pushed('1'), pushed('1'), pushed('2')])
  })

  it('no longer keeps out what came behind it once it failed often, and is not given up', async () => {
    const { store, inbound, hook, clock } = listening()
    for (let n = 0; n < 10; n++) hook.endings.push(new SourceFailed('x', 'unreachable'))
    inbound.start()
    await inbound.hooks.keep('x', pushed('1'))
    await inbound.hooks.keep('x', pushed('2'))
    await until('both', async () => {
      clock.advance(MINUTE)
      return (await messages(store)).length === 2
    })
    expect(await messages(store)).toEqual(['2', '1'])
  })

  it('is put aside whole with an alarm, once, where it cannot be read, and what follows is taken in', async () => {
    const { store, inbound, clock } = listening()
    inbound.start()
    await inbound.hooks.keep('x', '{"nonsense')
    await inbound.hooks.keep('x', pushed('2'))
    await until('the rest', async () => {
      clock.advance(10 * SECOND)
      return (await messages(store)).length === 1
    })
    const aside = await store.db.selectFrom('set_aside').select(['network', 'change']).execute()
    expect(aside).toEqual([{ network: 'x', change: '{"nonsense' }])
    expect((await alarmsIn(store)).map(({ notice }) => notice)).toEqual(['hook-aside'])
    await handled(store)
  })

  it('goes around a message in it that runs into a fault of ours', async () => {
    const { store, inbound } = listening()
    inbound.start()
    await inbound.hooks.keep('x', JSON.stringify([said('1'), said('2', { at: 1.5 }), said('3')]))
    await handled(store)
    expect(await messages(store)).toEqual(['1', '3'])
    expect(await store.db.selectFrom('set_aside').select('external_id').execute()).toEqual([{ external_id: '2' }])
  })

  it('is neither message nor handled where its end could not be stored', async () => {
    const { store, inbound, clock } = listening()
    await inbound.hooks.keep('x', pushed('1'))
    const { transaction } = store
    let failing = true
    store.transaction = (work) =>
      transaction(async (tx) => {
        const result = await work(tx)
        const marked = await tx.selectFrom('hook').select('id').where('handled_at', 'is not', null).execute()
        if (failing && marked.length > 0) throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' })
        return result
      })
    inbound.start()
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect([await messages(store), (await hooks(store))[0]?.handled_at]).toEqual([[], null])
    failing = false
    clock.advance(MINUTE)
    await handled(store)
    expect(await messages(store)).toEqual(['1'])
  })
})

it('sums up once a minute how many requests were refused', async () => {
  const lines: { network?: string; requests?: number }[] = []
  const log = pino({ level: 'warn' }, { write: (line) => lines.push(JSON.parse(line)) })
  const { inbound, clock } = ear([networkWith([new PlayedSource()], { hook: new StrictHook() })], { log })
  inbound.start()
  for (let n = 0; n < 500; n++) inbound.hooks.refused('x')
  await new Promise((resolve) => setImmediate(resolve))
  expect(lines).toEqual([])
  await until('the line', async () => {
    clock.advance(MINUTE)
    return lines.length > 0
  })
  clock.advance(MINUTE)
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
  expect(lines.map(({ network, requests }) => [network, requests])).toEqual([['x', 500]])
})
