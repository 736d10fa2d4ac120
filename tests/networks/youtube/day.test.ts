import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/model/clock.ts'
import { SourceFailed } from '../../../src/networks/network.ts'
import { draftTo, openPlayground } from './playground.ts'

const STEP = 10 * SECOND
const REPLIES = 40

test('a day on 10,000 units with forty replies: never over, no reply refused, each comment once and soon', {
  timeout: 300_000,
}, async () => {
  const at = await openPlayground({ judged: 200 })
  const written = new Map<string, number>()
  const arrived = new Map<string, { times: number; lag: number }>()
  const cursors = new Map<string, string>()
  const next = new Map<string, number>(['comments', 'held', 'replies'].map((name) => [name, at.clock.now()]))
  const failures: string[] = []
  const outcomes: string[] = []
  const tops: string[] = []
  const start = at.clock.now()

  const look = async (name: string) => {
    try {
      const page = await at.source(name).fetch(cursors.get(name) ?? null, new AbortController().signal)
      cursors.set(name, page.cursor)
      for (const change of page.changes) {
        at.known.set(change.id, { threadKey: null, ours: false })
        const { times } = arrived.get(change.id) ?? { times: 0 }
        const lag = at.clock.now() - (written.get(change.id) ?? at.clock.now())
        arrived.set(change.id, { times: times + 1, lag: times === 0 ? lag : (arrived.get(change.id)?.lag ?? lag) })
      }
      next.set(name, at.clock.now() + (page.more ? 0 : (page.after ?? at.source(name).every)))
    } catch (error) {
      failures.push(error instanceof SourceFailed ? error.code : String(error))
      next.set(name, at.clock.now() + MINUTE)
    }
  }

  for (let turn = 0; turn < DAY / STEP; turn++) {
    const time = at.clock.now() - start
    // Five times an hour, a comment and a reply on a thread of any age; the last hour is silent.
    if (turn % 70 === 0 && time < DAY - HOUR) {
      const { id, published } = at.youtube.comments(`lezer${turn % 7}`, `Vraag ${turn}`)
      tops.push(id)
      written.set(id, published)
      const older = tops[(turn * 2083) % tops.length] ?? id
      const reply = at.youtube.replies(`vriend${turn % 5}`, older, `Ook dat ${turn}`)
      written.set(reply.id, reply.published)
    }
    if (outcomes.length < REPLIES && time >= ((outcomes.length + 1) * DAY) / (REPLIES + 1)) {
      const outcome = await at.network.publish(draftTo(tops.at(-1) ?? '', `Antwoord ${outcomes.length}`), 'key')
      // A token of an hour runs out in between, as the manual clock has it; the outbox tries again at once.
      if (outcome.status !== 'later' || outcome.reason !== 'auth') outcomes.push(outcome.status)
    }
    for (const [name, due] of next) if (at.clock.now() >= due) await look(name)
    at.clock.advance(STEP)
  }
  at.clock.advance(-STEP)
  for (let round = 0; round < 3; round++) for (const name of next.keys()) await look(name)

  const lags = [...arrived.values()].map(({ lag }) => lag).sort((a, b) => a - b)
  const figures = {
    units: Math.max(...at.youtube.quota.spent.values()),
    median: lags[Math.floor(lags.length / 2)],
    p99: lags[Math.floor(lags.length * 0.99)],
    longest: lags.at(-1),
  }
  process.stdout.write(`a day on YouTube: ${JSON.stringify(figures)}\n`)
  expect(outcomes).toEqual(Array.from({ length: REPLIES }, () => 'published'))
  expect(failures).toEqual([])
  expect(figures.units).toBeLessThanOrEqual(7_500)
  expect(at.purse.refused).toEqual([])
  expect([...written.keys()].filter((id) => !arrived.has(id))).toEqual([])
  expect([...arrived].filter(([, { times }]) => times > 1)).toEqual([])
  expect(figures.p99).toBeLessThan(HOUR)
  await at.stop()
})
