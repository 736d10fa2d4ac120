import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { accessOf } from '../src/desk/access.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../src/model/clock.ts'
import type { Probe } from '../src/model/network.ts'
import { LIMITS } from '../src/networks/limits.ts'
import type { Network } from '../src/networks/network.ts'
import { Probes } from '../src/probe.ts'
import { pauseRate } from '../src/store/rates.ts'
import { keepSourceStanding } from '../src/store/source-states.ts'
import { station } from './support/cast.ts'
import { ManualClock } from './support/clock.ts'
import { openDesk } from './support/desk.ts'
import { alarmsOf, liveNetworks } from './support/live.ts'

const OK: Probe = { status: 'ok', expires: null }
const DEAD: Probe = { status: 'dead', why: 'auth', detail: null }
const UNKNOWN: Probe = { status: 'unknown', why: 'timeout' }

/** The station's probes beside a network that answers what the test says; times are local, in Amsterdam. */
function openProbes(says: Probe, at = '2027-01-11T12:00+01:00') {
  const desk = openDesk({ networks: liveNetworks }, new ManualClock(at))
  const state = { says, asked: 0 }
  const x: Network = {
    name: 'x',
    account: 'schatkamer',
    live: true,
    limits: LIMITS.x,
    publish: async () => ({ status: 'rejected', reason: 'fault' }),
    sources: () => [],
    probe: async () => {
      state.asked++
      return state.says
    },
  }
  const { probe: _, ...unasked } = x
  const begin = () => {
    const parts = { store: desk.store, clock: desk.clock, log: pino({ level: 'silent' }) }
    const probes = new Probes({
      ...parts,
      desk: { station, networks: liveNetworks, platforms: ['desk'] },
      networks: [x, { ...unasked, name: 'youtube' }],
    })
    probes.start()
    onTestFinished(() => probes.stop())
    return probes
  }
  return {
    ...desk,
    state,
    begin,
    probes: begin(),
    asked: async (times: number) => {
      await eventually(() => state.asked >= times)
      await quiet()
      return state.asked
    },
    /** Time goes by, and the probes look on the way as often as they do. */
    async passes(ms: number) {
      const end = desk.clock.now() + ms
      while (desk.clock.now() < end) {
        desk.clock.advance(Math.min(HOUR / 2, end - desk.clock.now()))
        await quiet()
      }
    },
    access: () => desk.act(null, (act) => accessOf(act, 'x')),
    told: async () => (await alarmsOf(desk)).map((it) => it.notice),
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))
async function quiet(): Promise<void> {
  for (let n = 0; n < 30; n++) await turn()
}
async function eventually(holds: () => boolean): Promise<void> {
  for (let n = 0; n < 500 && !holds(); n++) await turn()
}

test('at start a network is asked how our access is, and what it said is kept', async () => {
  const it = openProbes(OK)
  expect(await it.asked(1)).toBe(1)
  expect(await it.access()).toMatchObject({ status: 'ok', expires: null, at: it.clock.now() })
  expect(await it.told()).toEqual([])
})

test('every morning at half past six it is asked again, before the first programme', async () => {
  const it = openProbes(OK)
  await it.asked(1)
  await it.passes(18 * HOUR + 25 * MINUTE)
  expect(it.state.asked).toBe(1)
  await it.passes(5 * MINUTE)
  expect(it.state.asked).toBe(2)
  await it.passes(DAY)
  expect(it.state.asked).toBe(3)
})

test('half past six is half past six on the day that the clocks change too', async () => {
  const it = openProbes(OK, '2027-03-27T12:00+01:00')
  await it.asked(1)
  await it.passes(17 * HOUR + 25 * MINUTE)
  expect(it.state.asked).toBe(1)
  await it.passes(5 * MINUTE)
  expect(it.state.asked).toBe(2)
})

test('a dead access is told once, with what to do, and again only when it works', async () => {
  const it = openProbes(DEAD)
  await it.asked(1)
  await it.passes(DAY)
  expect(await alarmsOf(it)).toEqual([
    {
      notice: 'token-dead',
      text: expect.stringMatching(
        /^X laat ons niet meer toe: onze toegang is verlopen of ingetrokken\. .*npm run doctor/,
      ),
    },
  ])
  expect(await it.access()).toMatchObject({ status: 'dead', why: 'auth', since: Date.parse('2027-01-11T12:00+01:00') })
  it.state.says = OK
  await it.passes(DAY)
  await it.passes(DAY)
  expect(await it.told()).toEqual(['token-dead', 'token-mended'])
})

test('a restart does not tell it a second time', async () => {
  const it = openProbes(DEAD)
  await it.asked(1)
  await it.probes.stop()
  it.begin()
  await it.asked(2)
  expect(await it.told()).toEqual(['token-dead'])
})

test('another cause is told, with the permission that is short', async () => {
  const it = openProbes(DEAD)
  await it.asked(1)
  it.state.says = { status: 'dead', why: 'permission', detail: 'pages_messaging' }
  await it.passes(DAY)
  expect((await alarmsOf(it))[1]?.text).toContain('mist een recht (pages_messaging)')
})

test('an access that ends is warned of fourteen days before, and three days before', async () => {
  const it = openProbes({ status: 'ok', expires: Date.parse('2027-01-31T12:00+01:00') })
  await it.asked(1)
  const days: string[] = []
  for (let day = 0; day < 19; day++) {
    const before = (await it.told()).length
    await it.passes(DAY)
    if ((await it.told()).length > before) days.push(new Date(it.clock.now()).toISOString().slice(0, 10))
  }
  expect(days).toEqual(['2027-01-18', '2027-01-29'])
  expect((await alarmsOf(it)).map((alarm) => alarm.text.slice(0, 68))).toEqual([
    'Onze toegang tot X verloopt over 13 dagen, op zondag 31 januari. De ',
    'Onze toegang tot X verloopt over 2 dagen, op zondag 31 januari. De b',
  ])
})

test('an access that was renewed is warned of anew when its own end comes near', async () => {
  const it = openProbes({ status: 'ok', expires: Date.parse('2027-01-20T12:00+01:00') })
  await it.asked(1)
  it.state.says = { status: 'ok', expires: Date.parse('2027-02-10T12:00+01:00') }
  await it.passes(DAY)
  expect(await it.told()).toEqual(['token-expiring'])
  await it.passes(20 * DAY)
  expect(await it.told()).toEqual(['token-expiring', 'token-expiring'])
})

test('a network that cannot say is asked again soon, and changes nothing of what is known', async () => {
  const it = openProbes(DEAD)
  await it.asked(1)
  it.state.says = UNKNOWN
  await it.passes(DAY - HOUR)
  expect(it.state.asked).toBeGreaterThan(10)
  expect(await it.access()).toMatchObject({ status: 'dead' })
  expect(await it.told()).toEqual(['token-dead'])
})

test('the first answer that is not to be had is kept as not known', async () => {
  const it = openProbes(UNKNOWN)
  await it.asked(1)
  expect(await it.access()).toMatchObject({ status: 'unknown', why: 'timeout' })
  expect(await it.told()).toEqual([])
})

test.each([
  [
    'reading',
    (it: ReturnType<typeof openProbes>, error: string | null) =>
      it.act(null, (act) =>
        keepSourceStanding(act, 'x', { lastPoll: null, behind: null, error, saving: false, told: null }),
      ),
  ],
  [
    'writing',
    (it: ReturnType<typeof openProbes>, error: string | null) =>
      it.act(null, async (act) => {
        if (error) await pauseRate(act, 'network:x:schatkamer', DAY, 'auth')
        else await act.tx.deleteFrom('rate').execute()
      }),
  ],
])('it is asked right away when %s begins to be denied, and when it is let in again', async (_, fails) => {
  const it = openProbes(OK)
  await it.asked(1)
  await fails(it, 'auth')
  it.state.says = DEAD
  it.clock.advance(15 * SECOND)
  expect(await it.asked(2)).toBe(2)
  expect(await it.told()).toEqual(['token-dead'])
  await it.passes(HOUR)
  expect(it.state.asked).toBe(2)
  await fails(it, null)
  it.state.says = OK
  it.clock.advance(15 * SECOND)
  expect(await it.asked(3)).toBe(3)
  expect(await it.told()).toEqual(['token-dead', 'token-mended'])
})

test.each([
  ['auth', 'het herkent onze toegang niet meer'],
  ['account', 'onze toegang hoort bij een ander account'],
  ['permission', 'onze toegang mist een recht'],
])(
  'sending that stays denied (%s) is told where the network cannot say how our access is, with the cause',
  async (why, words) => {
    const it = openProbes(UNKNOWN)
    await it.asked(1)
    await it.act(null, (act) => pauseRate(act, 'network:x:schatkamer', DAY, why))
    for (let look = 0; look < 4; look++) await it.passes(15 * SECOND)
    expect(await it.told()).toEqual([])
    for (let look = 0; look < 4; look++) await it.passes(15 * SECOND)
    expect((await alarmsOf(it)).map(({ text }) => text)).toEqual([expect.stringContaining(words)])
    await it.act(null, (act) => act.tx.deleteFrom('rate').execute())
    await it.passes(15 * SECOND)
    expect(await it.told()).toEqual(['send-held', 'send-back'])
  },
)
