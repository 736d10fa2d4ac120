import { expect, onTestFinished, test } from 'vitest'
import { HOUR, MINUTE } from '../../../src/model/clock.ts'
import { ManualClock } from '../../support/clock.ts'
import type { FakeSlack } from '../../support/slack/fake.ts'
import { inside, type Mode } from './inside.ts'

type Station = Awaited<ReturnType<typeof inside>>
const texts = ({ handled }: Station) => handled.map((it) => 'text' in it && it.text).sort()

test.each<Mode>(['socket', 'http'])(
  'what was typed while the station was down for hours is read up at its start, in threads too, and nothing older (%s)',
  async (mode) => {
    const clock = new ManualClock()
    const memory = new Map([['slack:heard', String(clock.now())]])
    const beforehand = async (slack: FakeSlack) => {
      slack.retries = []
      await slack.types('delft', 'ochtendblad', 'al gehoord')
      clock.advance(3 * HOUR)
      memory.set('slack:heard', String(clock.now()))
      const root = await slack.types('delft', 'ochtendblad', 'een draad van gisteren')
      clock.advance(20 * MINUTE)
      memory.set('slack:heard', String(clock.now()))
      clock.advance(2 * HOUR)
      await slack.types('delft', 'ochtendblad', 'in de draad', { thread: root })
      await slack.types('delft', 'nacht', '@schatkamer inbox')
      await slack.settled()
    }
    const station = await inside(mode, { clock, memory, beforehand })
    await station.done(2)
    await station.slack.settled()
    expect(texts(station)).toEqual(['@schatkamer inbox', 'in de draad'])
    expect(station.handled.map((it) => it.channel).sort()).toEqual(['nacht', 'ochtendblad'])
  },
)

test('what Slack gave up on while no line could be had is read up when there is one again, each once', async () => {
  const clock = new ManualClock()
  const station = await inside('socket', { clock })
  const { slack } = station
  slack.retries = []
  await slack.types('delft', 'ochtendblad', 'gehoord')
  await station.done(1)
  slack.faults.add({ kind: 'limited', retryAfter: 400, method: 'apps.connections.open' })
  slack.sockets.kill()
  await slack.until(() => slack.sockets.open.size === 0)
  await slack.until(() => slack.requests.filter((it) => it.status === 429).length === 2)
  await slack.types('delft', 'ochtendblad', 'niet gehoord')
  await slack.until(() => slack.lost.length > 0)
  clock.advance(5 * MINUTE)
  slack.faults.clear()
  const running = setInterval(() => clock.advance(1_000), 5)
  onTestFinished(() => clearInterval(running))
  await station.done(2)
  await slack.until(() => station.logged.some((it) => it.includes('read up')))
  expect(texts(station)).toEqual(['gehoord', 'niet gehoord'])
})

test('while Slack does not give what was written, it is asked again', async () => {
  const clock = new ManualClock()
  const memory = new Map([['slack:heard', String(clock.now())]])
  const station = await inside('http', {
    clock,
    memory,
    beforehand: async (slack) => {
      clock.advance(HOUR)
      slack.retries = []
      await slack.types('delft', 'ochtendblad', 'toch gehoord')
      await slack.settled()
      slack.faults.add({ kind: 'status', status: 500, when: 'before', method: 'conversations.history', times: 1 })
    },
  })
  await station.slack.until(() => station.logged.some((it) => it.includes('could not be read')))
  expect(station.handled).toEqual([])
  clock.advance(MINUTE)
  await station.done(1)
  expect(texts(station)).toEqual(['toch gehoord'])
})

test('until it is all read and stored it does not count as heard, should the process end meanwhile', async () => {
  const clock = new ManualClock()
  const before = String(clock.now())
  const memory = new Map([['slack:heard', before]])
  const station = await inside('http', {
    clock,
    memory,
    beforehand: async (slack) => {
      clock.advance(HOUR)
      slack.retries = []
      await slack.types('delft', 'ochtendblad', 'toch gehoord')
      await slack.settled()
      slack.faults.add({ kind: 'status', status: 500, when: 'before', method: 'conversations.history', times: 1 })
    },
  })
  const failed = () => station.logged.filter((it) => it.includes('could not be read')).length
  await station.slack.until(() => failed() === 1)
  expect(memory.get('slack:heard')).toBe(before)
  station.station.storing = async () => {
    throw new Error('disk full')
  }
  clock.advance(MINUTE)
  await station.slack.until(() => failed() === 2)
  expect(memory.get('slack:heard')).toBe(before)
  station.station.storing = async () => {}
  clock.advance(MINUTE)
  await station.done(1)
  expect(texts(station)).toEqual(['toch gehoord'])
})

test('a channel that we were put out of does not keep the others from being read', async () => {
  const clock = new ManualClock()
  const memory = new Map([['slack:heard', String(clock.now())]])
  const station = await inside('http', {
    clock,
    memory,
    beforehand: async (slack) => {
      clock.advance(HOUR)
      slack.retries = []
      await slack.types('delft', 'nacht', '@schatkamer inbox')
      await slack.settled()
      await slack.removesBot('ochtendblad')
    },
  })
  await station.done(1)
  expect(texts(station)).toEqual(['@schatkamer inbox'])
})

test('at the very first start nothing that was written before is taken', async () => {
  const clock = new ManualClock()
  const station = await inside('socket', {
    clock,
    beforehand: async (slack) => {
      await slack.types('delft', 'ochtendblad', 'van vroeger')
      clock.advance(HOUR)
    },
  })
  await station.slack.settled()
  expect(station.handled).toEqual([])
  expect(station.slack.requests.filter((it) => it.method === 'conversations.history')).toEqual([])
})
