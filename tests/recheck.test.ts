import { describe, expect, it, onTestFinished } from 'vitest'
import type { Act, Desk } from '../src/desk/act.ts'
import { receive } from '../src/desk/receive.ts'
import type { Change } from '../src/model/change.ts'
import { DAY, HOUR, MINUTE } from '../src/model/clock.ts'
import { type Recheck, SourceFailed, type Stored } from '../src/networks/network.ts'
import { Rechecks } from '../src/recheck.ts'
import type { Store } from '../src/store/database.ts'
import { desk, ear, networkWith, said, until } from './inbound/playground.ts'
import { networks } from './support/cast.ts'
import type { ManualClock } from './support/clock.ts'

const live = { ...desk, networks: new Map([...networks].map(([name, facts]) => [name, { ...facts, live: true }])) }

/** A network that is looked at again each day for ten days, three at once. */
class Looking implements Recheck {
  readonly every = DAY
  readonly until = 10 * DAY
  readonly batch = 3
  readonly looks: Stored[][] = []
  readonly endings: (Error | Change[])[] = []
  look = async (messages: readonly Stored[]): Promise<Change[]> => {
    this.looks.push([...messages])
    const ending = this.endings.shift() ?? []
    if (ending instanceof Error) throw ending
    return ending
  }
  get ids() {
    return this.looks.map((look) => look.map(({ id }) => id))
  }
}

function looking() {
  const looks = new Looking()
  const heard = ear([])
  const rechecks = new Rechecks({ ...heard.parts, desk: live, networks: [networkWith([], { recheck: looks })] })
  onTestFinished(() => rechecks.stop())
  return { ...heard, looks, rechecks }
}

const takes = (store: Store, clock: ManualClock, changes: Change[], facts: Desk = live) =>
  store.transaction((tx) => {
    const act: Act = { ...facts, tx, now: clock.now(), steady: clock.steady(), by: null }
    return receive(act, { network: 'x', account: 'schatkamer', source: 'test', changes, cursor: null })
  })

/** Lets time go by until there have been so many looks. */
const pass = (clock: ManualClock, looks: Looking, count: number, step = MINUTE) =>
  until(`${count} looks`, async () => {
    if (looks.looks.length >= count) return true
    clock.advance(step)
    return undefined
  })
const now = (clock: ManualClock, id: string, more = {}) => said(id, { at: clock.now(), ...more })
const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

describe('what is stored of the public', () => {
  it('is looked at again after a day, what is open first, so many at once, and then not before the next day', async () => {
    const { store, clock, looks, rechecks } = looking()
    await takes(
      store,
      clock,
      ['1', '2', '3', '4'].map((id) => now(clock, id)),
    )
    await store.db.updateTable('conversation').set({ state: 'closed' }).where('thread_key', '=', '1').execute()
    rechecks.start()
    clock.advance(DAY - HOUR)
    await turns()
    expect(looks.looks).toEqual([])
    await pass(clock, looks, 2)
    expect(looks.ids).toEqual([['2', '3', '4'], ['1']])
    expect(looks.looks[0]?.[0]).toEqual({ id: '2', threadKey: '2', kind: 'mention' })
    await turns()
    clock.advance(22 * HOUR)
    await turns()
    expect(looks.looks).toHaveLength(2)
    await pass(clock, looks, 4)
    expect(looks.ids.slice(2).flat().sort()).toEqual(['1', '2', '3', '4'])
  })

  it('is left alone once it is old, gone, or of the sandbox', async () => {
    const { store, clock, looks, rechecks } = looking()
    await takes(store, clock, [now(clock, 'played')], desk)
    await takes(store, clock, [
      now(clock, 'gone'),
      now(clock, 'old', { at: clock.now() - 9.5 * DAY }),
      now(clock, 'kept'),
    ])
    await takes(store, clock, [{ kind: 'deleted', account: 'schatkamer', id: 'gone', at: clock.now() }])
    rechecks.start()
    await pass(clock, looks, 1)
    expect(looks.ids).toEqual([['kept']])
  })

  it('is taken away here when its author took it away there: text, and the answer that was ready', async () => {
    const { store, clock, looks, rechecks } = looking()
    await takes(store, clock, [now(clock, '1', { text: 'mijn geheim' })])
    looks.endings.push([{ kind: 'deleted', account: 'schatkamer', id: '1', at: clock.now() }])
    rechecks.start()
    await pass(clock, looks, 1)
    const message = () => store.db.selectFrom('message').select(['text', 'state', 'checked_at']).executeTakeFirst()
    await until('gone', async () => (await message())?.state === 'deleted')
    expect(await message()).toEqual({ text: '', state: 'deleted', checked_at: clock.now() })
    const revised = await store.db.selectFrom('delivery').select('subject').where('verb', '=', 'revise').execute()
    expect(revised).toEqual([{ subject: 'card' }])
  })
})

describe('a look that does not work', () => {
  it.each([
    ['waits as long as our budget says', new SourceFailed('x', 'budget', 40 * MINUTE), 40],
    ['waits as long as the network says', new SourceFailed('x', 'rate-limit', 30 * MINUTE), 30],
    ['waits a little after any other failure', new Error('nonsense'), 2],
  ])('%s, and is done again with the same', async (_how, failure, minutes) => {
    const { store, clock, looks, rechecks } = looking()
    await takes(store, clock, [now(clock, '1')])
    looks.endings.push(failure)
    rechecks.start()
    await pass(clock, looks, 1)
    await turns()
    clock.advance(minutes * MINUTE - 1)
    await turns()
    expect(looks.looks).toHaveLength(1)
    expect((await store.db.selectFrom('message').select('checked_at').executeTakeFirst())?.checked_at).toBeLessThan(
      clock.now() - DAY,
    )
    clock.advance(1)
    await until('again', async () => looks.looks.length === 2)
    expect(looks.ids).toEqual([['1'], ['1']])
  })
})
