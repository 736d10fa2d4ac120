import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { Deliver } from '../../src/deliver.ts'
import { reply } from '../../src/desk/reply.ts'
import { Inbound } from '../../src/inbound.ts'
import { HOUR, MINUTE, SECOND } from '../../src/model/clock.ts'
import type { Outcome, Probe } from '../../src/model/network.ts'
import { LIMITS } from '../../src/networks/limits.ts'
import { type Network, SourceFailed } from '../../src/networks/network.ts'
import { Probes } from '../../src/probe.ts'
import { cast, station } from '../support/cast.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'
import { alarmsOf, liveNetworks } from '../support/live.ts'
import { SlowChat } from '../support/slow-chat.ts'
import { page } from './playground.ts'

const OK: Probe = { status: 'ok', expires: null }
const DEAD: Probe = { status: 'dead', why: 'auth', detail: null }
const UNKNOWN: Probe = { status: 'unknown', why: 'timeout' }
const HELD: Outcome = { status: 'later', after: 5 * MINUTE, reason: 'auth', scope: 'rate' }

/** What a network does at this moment. */
interface World {
  says: Probe
  /** Why reading fails; null: it goes well. `pause`: how long it is left alone then. */
  reading: string | null
  pause: number | null
  takes: Outcome
}

const WELL: World = { says: OK, reading: null, pause: null, takes: { status: 'published', id: 'ours', url: null } }
const REVOKED: World = { ...WELL, says: DEAD, reading: 'auth', takes: HELD }

/** X with everybody who meets it: who reads, who sends, who looks at our access. */
async function onAir(first: World, kept?: { desk: TestDesk; world: World }) {
  const desk = kept?.desk ?? openDesk({ networks: liveNetworks })
  const world = Object.assign(kept?.world ?? { ...first }, first)
  const x: Network = {
    name: 'x',
    account: 'schatkamer',
    live: true,
    limits: LIMITS.x,
    publish: async () => world.takes,
    sources: () =>
      ['mentions', 'searches'].map((name) => ({
        name,
        every: 5 * SECOND,
        fetch: async (cursor) => {
          if (world.reading !== null) throw new SourceFailed('x', world.reading, world.pause)
          return page([], cursor ?? '')
        },
      })),
    probe: async () => world.says,
  }
  const { store, clock } = desk
  const shared = {
    store,
    clock,
    log: pino({ level: 'silent' }),
    desk: { station, networks: liveNetworks, platforms: ['desk'] },
  }
  const chats = new Map([['desk', new SlowChat(clock, { post: null, revise: null }, 'desk')]])
  const deliver = new Deliver({ ...shared, boot: `start ${clock.now()}`, chats, networks: new Map([['x', x]]) })
  const inbound = new Inbound({ ...shared, networks: [x] })
  const probes = new Probes({ ...shared, networks: [x] })
  await deliver.start()
  inbound.start()
  probes.start()
  const stop = async () => void (await Promise.all([probes.stop(), inbound.stop(), deliver.stop()]))
  onTestFinished(stop)
  /** Time goes by, and all of them do what they do on the way. */
  const passes = async (ms: number) => {
    for (const end = clock.now() + ms; clock.now() < end; ) {
      clock.advance(Math.min(5 * SECOND, end - clock.now()))
      await quiet()
    }
  }
  await quiet()
  return {
    passes,
    becomes: (changed: Partial<World>) => Object.assign(world, changed),
    told: async () => (await alarmsOf(desk)).map((it) => it.notice),
    texts: async () => (await alarmsOf(desk)).map((it) => it.text),
    /** A curator answers a reader; the answer has been tried when it is back. */
    async answers() {
      const conversation = await desk.reader.writes('Een vraag')
      await desk.act(cast.deventer, (act) => reply(act, { conversation, text: 'Een antwoord.' }))
      await passes(station.replies.hold + 5 * SECOND)
    },
    /** The process ends and another begins, in the same world or a changed one. */
    async restarts(changed: Partial<World> = {}) {
      await stop()
      return onAir({ ...world, ...changed }, { desk, world })
    },
  }
}

async function quiet(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve))
}

test('a dead access is one alarm with what to do, though reading, sending and looking at it all fail, and one word when it lives again', async () => {
  const it = await onAir(WELL)
  it.becomes(REVOKED)
  await it.answers()
  await it.answers()
  await it.passes(20 * MINUTE)
  expect(await it.texts()).toEqual([expect.stringMatching(/^X laat ons niet meer toe: .*npm run doctor/)])
  it.becomes(WELL)
  await it.passes(20 * MINUTE)
  expect(await it.told()).toEqual(['token-dead', 'token-mended'])
})

test('a dead access is told within half a minute of the first call that is denied', async () => {
  const it = await onAir(WELL)
  it.becomes(REVOKED)
  await it.passes(25 * SECOND)
  expect(await it.told()).toEqual(['token-dead'])
})

test('it is told that the access is back as soon as one kind of call is let in again', async () => {
  const it = await onAir(WELL)
  it.becomes(REVOKED)
  await it.answers()
  await it.passes(MINUTE)
  it.becomes({ says: OK, reading: null })
  await it.passes(MINUTE + 15 * SECOND)
  expect(await it.told()).toEqual(['token-dead', 'token-mended'])
})

test.each([
  ['well', OK],
  ['unknown', UNKNOWN],
])(
  'where the access seems %s while reading is denied, one alarm comes after a minute, and one word',
  async (_, says) => {
    const it = await onAir(WELL)
    it.becomes({ ...REVOKED, says })
    await it.answers()
    await it.passes(30 * SECOND)
    expect(await it.told()).toEqual([])
    await it.passes(2 * MINUTE)
    await it.answers()
    await it.passes(20 * MINUTE)
    expect(await it.texts()).toEqual([expect.stringMatching(/^X laat ons niet meer lezen.*npm run doctor/)])
    it.becomes(WELL)
    await it.passes(20 * MINUTE)
    expect(await it.told()).toEqual(['poll-failed', 'poll-back'])
  },
)

test.each([
  ['well', OK],
  ['unknown', UNKNOWN],
])(
  'where the access seems %s while sending is denied, one alarm comes for all that waits, and one word when it goes out',
  async (_, says) => {
    const it = await onAir(WELL)
    it.becomes({ takes: HELD, says })
    await it.answers()
    await it.answers()
    await it.passes(12 * MINUTE)
    expect(await it.texts()).toEqual([expect.stringMatching(/^Er gaat nu niets uit op X: .*npm run doctor/)])
    it.becomes(WELL)
    await it.passes(6 * MINUTE)
    expect(await it.told()).toEqual(['send-held', 'send-back'])
  },
)

test('an access that was told as denied calls and then turns out dead of the same is no second alarm', async () => {
  const it = await onAir(WELL)
  it.becomes({ ...REVOKED, says: UNKNOWN })
  await it.passes(2 * MINUTE)
  it.becomes({ says: DEAD })
  await it.passes(20 * MINUTE)
  expect(await it.told()).toEqual(['poll-failed'])
  it.becomes(WELL)
  await it.passes(2 * MINUTE)
  expect(await it.told()).toEqual(['poll-failed', 'poll-back'])
})

test('a denial that is over before a minute has gone by is nobody’s alarm, where the access is well', async () => {
  const it = await onAir(WELL)
  it.becomes({ reading: 'auth' })
  await it.passes(40 * SECOND)
  it.becomes(WELL)
  await it.passes(10 * MINUTE)
  expect(await it.told()).toEqual([])
})

test('what was denied before the access was found well is no alarm while nobody has tried again', async () => {
  const it = await onAir({ ...REVOKED, says: UNKNOWN, pause: HOUR })
  it.becomes({ says: OK })
  await it.passes(15 * SECOND)
  it.becomes({ reading: null })
  await it.passes(HOUR + MINUTE)
  expect(await it.told()).toEqual([])
})

test('a network that cannot be reached while its access is dead is another trouble, once that lasts a minute', async () => {
  const it = await onAir(WELL)
  it.becomes(REVOKED)
  await it.passes(5 * MINUTE)
  it.becomes({ reading: 'unreachable', says: UNKNOWN })
  await it.passes(50 * SECOND)
  expect(await it.told()).toEqual(['token-dead'])
  await it.passes(3 * MINUTE)
  expect(await it.told()).toEqual(['token-dead', 'poll-failed'])
  it.becomes(WELL)
  await it.passes(12 * MINUTE)
  expect((await it.told()).slice(2).sort()).toEqual(['poll-back', 'token-mended'])
})

test.each([
  ['dead', DEAD, ['token-dead'], 'token-mended'],
  ['unknown', UNKNOWN, ['poll-failed'], 'poll-back'],
  ['well', OK, ['poll-failed'], 'poll-back'],
])(
  'a restart while the access is %s tells nothing twice, and the next process says that it is over',
  async (_, says, told, over) => {
    const first = await onAir(WELL)
    first.becomes({ ...REVOKED, says })
    await first.answers()
    await first.passes(3 * MINUTE)
    const second = await first.restarts()
    await second.answers()
    await second.passes(15 * MINUTE)
    expect(await second.told()).toEqual(told)
    const third = await second.restarts(WELL)
    await third.passes(15 * MINUTE)
    expect(await third.told()).toEqual([...told, over])
    const fourth = await third.restarts()
    await fourth.passes(2 * MINUTE)
    expect(await fourth.told()).toEqual([...told, over])
  },
)

test('a process that ends before the minute is over leaves the word to the next one', async () => {
  const first = await onAir(WELL)
  first.becomes({ ...REVOKED, says: UNKNOWN })
  await first.passes(40 * SECOND)
  const second = await first.restarts()
  expect(await second.told()).toEqual([])
  await second.passes(3 * MINUTE)
  expect(await second.told()).toEqual(['poll-failed'])
})
