import { expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../src/model/clock.ts'
import { judge, type Snapshot } from '../../src/model/health.ts'

const WELL: Snapshot = {
  at: 1_000_000,
  since: 0,
  version: '1.2.3',
  database: null,
  networks: [
    {
      name: 'x',
      source: 'mentions',
      live: false,
      lastPoll: 999_000,
      lag: 1_000,
      pause: 0,
      behind: 0,
      saving: false,
      error: null,
    },
  ],
  chats: [{ platform: 'desk', ok: true, troubles: [] }],
  paused: false,
  outbox: { queued: 0, oldest: 0, sending: 0, longest: 0, unknown: 0, person: 0, rejectedToday: 2 },
  airing: { nextDue: 2_000_000, overdue: 0, late: 0 },
  intake: { open: 0, oldest: 0 },
  pushed: { open: 0, oldest: 0 },
}
const found = (change: Partial<Snapshot>) => judge({ ...WELL, ...change }).map((it) => `${it.grade}: ${it.reason}`)

test('a station that does its work has nothing to report, whatever was refused today', () => {
  expect(found({})).toEqual([])
})

test.each(['outbox', 'airing', 'intake'] as const)('the %s lags after a minute and is stuck after ten', (part) => {
  const waiting = (ms: number) => {
    const { outbox, airing, intake } = WELL
    if (part === 'outbox') return found({ outbox: { ...outbox, queued: 3, oldest: ms } })
    if (part === 'airing') return found({ airing: { ...airing, overdue: 3, late: ms } })
    return found({ intake: { ...intake, open: 3, oldest: ms } })
  }
  expect(waiting(MINUTE - 1)).toEqual([])
  expect(waiting(MINUTE)).toEqual([`degraded: ${part}-lags`])
  expect(waiting(10 * MINUTE)).toEqual([`stuck: ${part}-stuck`])
})

test('a network that fails is a lag, for it mends itself; a source that is seldom read is none', () => {
  const reading = { ...WELL.networks[0]!, lag: 2 * MINUTE }
  expect(found({ networks: [reading] })).toEqual([])
  expect(found({ networks: [{ ...reading, error: 'HTTP 503' }] })).toEqual(['degraded: network-lags'])
  expect(found({ networks: [{ ...reading, lag: 5 * MINUTE }] })).toEqual(['degraded: network-lags'])
})

test('a source that is left alone on purpose is none either, nor is one that our own budget keeps from being read', () => {
  const reading = { ...WELL.networks[0]!, lag: 30 * MINUTE, pause: 26 * MINUTE }
  expect(found({ networks: [reading] })).toEqual([])
  expect(found({ networks: [{ ...reading, pause: 25 * MINUTE }] })).toEqual(['degraded: network-lags'])
  expect(found({ networks: [{ ...reading, pause: 0, saving: true }] })).toEqual(['note: network-saves'])
})

test('what comes in late, or was pushed to us and lies there, is a lag and never calls for a restart', () => {
  const reading = { ...WELL.networks[0]!, behind: 10 * MINUTE }
  expect(found({ networks: [reading] })).toEqual(['degraded: network-behind'])
  expect(found({ networks: [{ ...reading, behind: 9 * MINUTE }] })).toEqual([])
  expect(found({ pushed: { open: 2, oldest: MINUTE - 1 } })).toEqual([])
  expect(found({ pushed: { open: 2, oldest: 60 * MINUTE } })).toEqual(['degraded: pushed-lags'])
})

test('posts that wait because a person paused the station are not overdue', () => {
  expect(found({ paused: true, airing: { nextDue: null, overdue: 5, late: 30 * MINUTE } })).toEqual(['note: paused'])
})

test('the worst comes first', () => {
  const outbox = { ...WELL.outbox, sending: 1, longest: 3 * MINUTE, unknown: 1, person: 1 }
  const chats = [{ platform: 'slack', ok: false, troubles: ['slack-token'] }]
  expect(found({ paused: true, database: 'disk I/O error', outbox, chats })).toEqual([
    'stuck: database',
    'stuck: call-hangs',
    'degraded: chat-down',
    'degraded: chat-trouble',
    'degraded: unknown',
    'degraded: person',
    'note: paused',
  ])
})

test('a call under way for seconds is no reason to worry', () => {
  expect(found({ outbox: { ...WELL.outbox, sending: 1, longest: 30 * SECOND } })).toEqual([])
})
