import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../src/model/clock.ts'
import { SourceFailed } from '../../src/networks/network.ts'
import { sourceStandings } from '../../src/store/source-states.ts'
import { alarmsIn, ear, networkWith, PlayedSource, page, said, until } from './playground.ts'

/** Lets time go by in steps until a source has been looked at so often. */
async function pass(clock: { advance(ms: number): void }, source: PlayedSource, looks: number, step = SECOND) {
  await until(`${looks} looks`, async () => {
    if (source.cursors.length >= looks) return true
    clock.advance(step)
    return undefined
  })
}

const idle = () => new Promise((resolve) => setImmediate(resolve))
async function quiet() {
  for (let turn = 0; turn < 20; turn++) await idle()
}

describe('the pause between two looks', () => {
  it('is the one that the page asks for, where it asks', async () => {
    const source = new PlayedSource().gives(page([], '1', { after: 10 * MINUTE }))
    const { clock, inbound } = ear([networkWith([source])])
    inbound.start()
    await source.looked(1)
    await quiet()
    clock.advance(9 * MINUTE)
    await quiet()
    expect(source.cursors).toHaveLength(1)
    expect(inbound.states[0]?.pause).toBe(10 * MINUTE)
    clock.advance(MINUTE)
    await source.looked(2)
    await quiet()
    clock.advance(MINUTE)
    await source.looked(3)
  })

  it('is kept also where there is more, when the page asks for it', async () => {
    const source = new PlayedSource().gives(page([said('1')], '1', { more: true, after: MINUTE }))
    const { clock, inbound } = ear([networkWith([source])])
    inbound.start()
    await source.looked(1)
    await quiet()
    expect(source.cursors).toHaveLength(1)
    clock.advance(MINUTE)
    await source.looked(2)
  })
})

describe('a stretch that the network no longer gives', () => {
  it('is told once with its local times, and recorded, with the cursor that passes it by', async () => {
    const gap = { from: Date.UTC(2027, 0, 11, 6), to: Date.UTC(2027, 0, 11, 7, 30) }
    const source = new PlayedSource().gives(page([said('1')], 'behind it', { gap }), page([], 'behind it'))
    const { store, clock, inbound } = ear([networkWith([source])])
    inbound.start()
    await source.looked(1)
    await until('the cursor', async () => {
      const kept = await store.db.selectFrom('source_cursor').select('cursor').executeTakeFirst()
      return kept?.cursor === 'behind it'
    })
    await pass(clock, source, 2, MINUTE)
    expect(await alarmsIn(store)).toEqual([
      expect.objectContaining({
        notice: 'gap',
        facts: { network: 'X', from: 'ma 11 jan. 07:00', to: 'ma 11 jan. 08:30' },
      }),
    ])
    const history = await store.db.selectFrom('history').select(['what', 'detail']).execute()
    expect(history).toEqual([{ what: 'gap', detail: 'x 2027-01-11T06:00:00.000Z 2027-01-11T07:30:00.000Z' }])
  })

  it('is told also where a message beside it runs into a fault of ours, and only once', async () => {
    const gap = { from: 0, to: MINUTE }
    const source = new PlayedSource().gives(page([said('1', { at: 1.5 }), said('2')], '1', { gap }))
    const { store, inbound } = ear([networkWith([source])])
    inbound.start()
    await until('the cursor', () => store.db.selectFrom('source_cursor').select('cursor').executeTakeFirst())
    expect((await alarmsIn(store)).map(({ notice }) => notice)).toEqual(['set-aside', 'gap'])
  })
})

describe('a network that cannot be read', () => {
  it('raises no alarm where it is our own budget, and is looked at again when that said so', async () => {
    const source = new PlayedSource().gives(new SourceFailed('x', 'budget', 20 * MINUTE), page([], '1'))
    const { store, clock, inbound } = ear([networkWith([source])])
    inbound.start()
    await until('saving', async () => inbound.states[0]?.saving === true)
    const kept = await until('saved', () => store.transaction(async (tx) => (await sourceStandings(tx, 0)).get('x')))
    expect(kept).toMatchObject({ error: null, saving: true })
    expect(inbound.states[0]).toMatchObject({ error: null, failures: 0 })
    clock.advance(19 * MINUTE)
    await quiet()
    expect(source.cursors).toHaveLength(1)
    clock.advance(MINUTE)
    await source.looked(2)
    await until('no longer saving', async () => inbound.states[0]?.saving === false)
    expect(await alarmsIn(store)).toEqual([])
  })

  it('is looked at again within the hour, however far off the end of the month is', async () => {
    const source = new PlayedSource().gives(new SourceFailed('x', 'budget', 30 * 24 * HOUR))
    const { clock, inbound } = ear([networkWith([source])])
    inbound.start()
    await until('saving', async () => inbound.states[0]?.saving === true)
    clock.advance(HOUR)
    await source.looked(2)
  })

  it.each(['auth', 'account'])('raises the alarm at once where only a person can mend it: %s', async (code) => {
    const source = new PlayedSource().gives(new SourceFailed('x', code))
    const { store, inbound } = ear([networkWith([source])])
    inbound.start()
    await until('the alarm', async () => (await alarmsIn(store)).length > 0)
    expect(await alarmsIn(store)).toEqual([
      expect.objectContaining({ notice: 'poll-failed', facts: { network: 'X', why: code } }),
    ])
  })

  it('raises one alarm for all its sources, and says once that all of them can be read again', async () => {
    const dead = () => new SourceFailed('x', 'auth')
    const sources = ['mentions', 'searches', 'direct'].map((name) => new PlayedSource(name).gives(dead(), dead()))
    const [mentions, searches, direct] = sources as [PlayedSource, PlayedSource, PlayedSource]
    direct.gives(dead(), dead())
    const { store, clock, inbound } = ear([networkWith(sources)])
    inbound.start()
    await pass(clock, mentions, 3)
    await pass(clock, searches, 3)
    await quiet()
    expect((await alarmsIn(store)).map(({ notice }) => notice)).toEqual(['poll-failed'])
    await pass(clock, direct, 5)
    await until('the good news', async () => (await alarmsIn(store)).length === 2)
    clock.advance(2 * MINUTE)
    await quiet()
    expect((await alarmsIn(store)).map(({ notice }) => notice)).toEqual(['poll-failed', 'poll-back'])
  })

  it('waits a minute with an alarm about what may mend itself, and raises another where the access turns out dead', async () => {
    const away = () => new SourceFailed('x', 'unreachable', 30 * SECOND)
    const source = new PlayedSource().gives(away(), away(), away(), new SourceFailed('x', 'auth'))
    const { store, clock, inbound } = ear([networkWith([source])])
    inbound.start()
    await pass(clock, source, 2, 30 * SECOND)
    await quiet()
    expect(await alarmsIn(store)).toEqual([])
    await pass(clock, source, 5, 30 * SECOND)
    await until('the good news', async () => (await alarmsIn(store)).length === 3)
    expect((await alarmsIn(store)).map(({ facts }) => facts.why)).toEqual(['unreachable', 'auth', undefined])
  })

  it('does not repeat its alarm after a restart, and says after that when it goes well again', async () => {
    const first = ear([networkWith([new PlayedSource().gives(new SourceFailed('x', 'auth'))])])
    first.inbound.start()
    await until('the alarm', async () => (await alarmsIn(first.store)).length === 1)
    await first.inbound.stop()
    const source = new PlayedSource().gives(new SourceFailed('x', 'auth'))
    const again = ear([networkWith([source])], first)
    again.inbound.start()
    await pass(again.clock, source, 2)
    await until('the good news', async () => (await alarmsIn(first.store)).length === 2)
    expect((await alarmsIn(first.store)).map(({ notice }) => notice)).toEqual(['poll-failed', 'poll-back'])
  })
})

describe('how far behind it is', () => {
  it('is the age of the newest that came in while there is more, and shows in the store', async () => {
    const source = new PlayedSource()
    const { store, clock, inbound } = ear([networkWith([source])])
    const old = clock.now() - 10 * MINUTE
    source.gives(
      page([said('1', { at: old - SECOND }), said('2', { at: old })], '1', { more: true, after: MINUTE }),
      page([said('3')], '2'),
    )
    inbound.start()
    await source.looked(1)
    const standing = () => store.transaction(async (tx) => (await sourceStandings(tx, clock.now())).get('x'))
    await until('the first page', async () => (await standing())?.lag === 10 * MINUTE)
    clock.advance(30 * SECOND)
    expect(inbound.states[0]?.lag).toBe(10.5 * MINUTE)
    expect(await standing()).toMatchObject({ lag: 10.5 * MINUTE, lastPoll: clock.now() - 30 * SECOND, error: null })
    clock.advance(30 * SECOND)
    await until('the last page', async () => (await standing())?.lag === 0)
    expect(inbound.states[0]?.lag).toBe(0)
  })

  it('is written down every few seconds at most while nothing changes', async () => {
    const source = new PlayedSource('mentions', SECOND)
    const { store, clock, inbound } = ear([networkWith([source])])
    inbound.start()
    await source.looked(1)
    const written = async () => (await store.db.selectFrom('setting').select('at').executeTakeFirst())?.at
    const first = await until('written', written)
    for (let second = 1; second < 5; second++) {
      await quiet()
      clock.advance(SECOND)
      await source.looked(1 + second)
    }
    await quiet()
    expect(await written()).toBe(first)
    clock.advance(SECOND)
    await until('written again', async () => (await written()) === (first ?? 0) + 5 * SECOND)
  })
})

it('takes in a page of more than fifty in parts, all of it before its cursor', async () => {
  const many = Array.from({ length: 120 }, (_, at) => said(`m${at}`))
  const source = new PlayedSource().gives(page(many, 'end'))
  const { store, inbound } = ear([networkWith([source])])
  inbound.start()
  await until('the cursor', () => store.db.selectFrom('source_cursor').select('cursor').executeTakeFirst())
  expect(await store.db.selectFrom('message').select('id').execute()).toHaveLength(120)
})
