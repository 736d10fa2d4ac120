import { expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../../src/model/clock.ts'
import { systemClock } from '../../../src/system-clock.ts'
import { inside, said } from './inside.ts'

type Station = Awaited<ReturnType<typeof inside>>

const twoLines = ({ slack }: Station) => slack.until(() => slack.sockets.open.size === 2)
/** Cuts both lines, until two others are there. */
async function cutBoth(station: Station): Promise<void> {
  const { sockets } = station.slack
  const before = [...sockets.open]
  sockets.kill()
  await station.slack.until(() => !before.some((it) => sockets.open.has(it)))
  await twoLines(station)
}
const texts = ({ handled }: Station) => handled.map((it) => 'text' in it && it.text)
/** Until lines were asked for in vain so many times, and nobody is asking now. */
const ended = ({ slack, logged }: Station, reason: string, times: number) =>
  slack.until(() => logged.filter((it) => it.includes('a line ended') && it.includes(reason)).length >= times)

/** The clock runs, and Slack comes again within the second. */
async function running(): Promise<Station> {
  const station = await inside('socket', { clock: systemClock() })
  station.slack.retries = [0, ...Array.from({ length: 20 }, () => 300)]
  return station
}

test('there are two lines; one that Slack recycles is replaced while the other takes what comes', async () => {
  const station = await running()
  const { slack, done } = station
  for (let round = 1; round <= 4; round++) {
    const [going] = slack.sockets.open
    slack.sockets.disconnect('refresh_requested', 1)
    await slack.types('delft', 'ochtendblad', `bericht ${round}`)
    await done(round)
    await slack.until(() => going && !slack.sockets.open.has(going) && slack.sockets.open.size === 2)
  }
  await slack.settled()
  expect(texts(station)).toEqual(['bericht 1', 'bericht 2', 'bericht 3', 'bericht 4'])
  expect(slack.lost).toEqual([])
})

test.each(['recycled', 'cut'])(
  'lines that are all %s at once are had again, and nothing that was said meanwhile is lost',
  async (how) => {
    const station = await running()
    const { slack, stored } = station
    for (let n = 0; n < 30; n++) {
      if (n % 10 === 5) {
        if (how === 'cut') slack.sockets.kill()
        else slack.sockets.disconnect('refresh_requested')
      }
      await slack.types('delft', 'ochtendblad', String(n))
      if (n % 3 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await slack.until(() => stored.length === 30)
    await slack.settled()
    await station.done(30)
    expect(
      texts(station)
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 30 }, (_, n) => n))
    expect(slack.lost).toEqual([])
  },
)

test('what was stored when its line died is done, and once, though Slack brings it again', async () => {
  const station = await inside('socket')
  const { slack, clock, stored, handled, done } = station
  let go = () => {}
  const begun = new Promise<void>((begin) => {
    station.station.storing = () => {
      station.station.storing = async () => {}
      begin()
      return new Promise((resolve) => {
        go = resolve
      })
    }
  })
  await slack.types('delft', 'ochtendblad', 'Hallo')
  await begun
  await cutBoth(station)
  go()
  await done(1)
  clock.advance(MINUTE)
  await slack.settled()
  expect(slack.ackTimes.filter((it) => it.type === 'events_api' && it.attempt > 0)).toHaveLength(1)
  expect([stored.length, handled.length]).toEqual([1, 1])
})

test('no line for a minute is told once, and mended when one is back', async () => {
  const station = await inside('socket')
  const { slack, clock, troubles } = station
  slack.faults.add({ kind: 'status', status: 503, when: 'before', method: 'apps.connections.open' })
  slack.sockets.kill()
  await ended(station, 'HTTP 503', 2)
  await clock.waitedFor(MINUTE)
  clock.advance(MINUTE - 1)
  await ended(station, 'HTTP 503', 4)
  expect(troubles).toEqual([])
  clock.advance(1)
  await slack.until(() => troubles.length > 0)
  clock.advance(MINUTE)
  await ended(station, 'HTTP 503', 6)
  expect(troubles).toEqual(['trouble slack-socket HTTP 503'])
  slack.faults.clear()
  clock.advance(MINUTE)
  await twoLines(station)
  await slack.until(() => troubles.length > 1)
  expect(troubles).toEqual(['trouble slack-socket HTTP 503', 'mended slack-socket HTTP 503'])
})

test('where Slack itself is away, that is told and not the lines besides', async () => {
  const station = await inside('socket')
  const { slack, clock, troubles } = station
  slack.faults.add({ kind: 'drop', when: 'before' })
  slack.sockets.kill()
  await ended(station, 'UND_ERR_SOCKET', 2)
  for (let minute = 1; minute <= 3; minute++) {
    await clock.waitedFor(MINUTE)
    clock.advance(MINUTE)
    await ended(station, 'UND_ERR_SOCKET', 2 + 2 * minute)
  }
  await slack.until(() => troubles.length > 0)
  expect(troubles).toEqual([expect.stringMatching(/^trouble slack-unreachable/)])
})

test('a dead app token is told at once with what Slack says of it, and nothing besides', async () => {
  const station = await inside('socket')
  const { slack, clock, troubles, logged } = station
  slack.tokens.state.app = 'token_revoked'
  slack.sockets.kill()
  await ended(station, 'token_revoked', 2)
  await slack.until(() => troubles.length > 0)
  clock.advance(5 * MINUTE)
  await ended(station, 'token_revoked', 4)
  expect(troubles).toEqual(['trouble slack-app-token token_revoked'])
  slack.tokens.state.app = 'good'
  clock.advance(MINUTE)
  await twoLines(station)
  expect(troubles).toEqual(['trouble slack-app-token token_revoked', 'mended slack-app-token token_revoked'])
  expect(logged.join('')).not.toContain(slack.appToken)
})

test('Socket Mode that somebody switches off is told as what it is', async () => {
  const { slack, troubles } = await inside('socket')
  slack.sockets.disconnect('link_disabled')
  await slack.until(() => troubles.length > 0)
  expect(troubles[0]).toBe('trouble slack-app-token link_disabled')
})

test('the lines end with the station, which first does what it took', async () => {
  const { slack, station, stop, listening, handled } = await inside('socket')
  let go = () => {}
  const begun = new Promise<void>((begin) => {
    station.does = () => {
      begin()
      return new Promise((done) => {
        go = () => done(said('Klaar'))
      })
    }
  })
  await slack.types('delft', 'ochtendblad', 'Hallo')
  await begun
  stop.abort()
  await slack.until(() => slack.sockets.open.size === 0)
  expect(await Promise.race([listening.then(() => 'over'), Promise.resolve('busy')])).toBe('busy')
  go()
  await listening
  expect(handled).toHaveLength(1)
  expect(slack.ephemerals('delft')).toHaveLength(1)
})

test('the station ends within a second where Slack does not say goodbye', async () => {
  const { slack, clock, stop, listening } = await inside('socket')
  for (const socket of slack.sockets.open) socket.pause()
  stop.abort()
  await clock.waitedFor(SECOND)
  clock.advance(SECOND)
  await listening
  expect(stop.signal.aborted).toBe(true)
})
