import { expect, test } from 'vitest'
import { SECOND } from '../../../src/model/clock.ts'
import { SourceFailed } from '../../../src/networks/network.ts'
import { onX, Reader, remembering, sourceNamed } from './playground.ts'

const MENTIONS = 'GET /2/users/{id}/mentions'

/** Numbers between 0 and 1 that look like chance and are the same each time. */
const seeded = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}

test('a line that breaks every few calls and a process that dies now and then lose nothing and change no order', async () => {
  const { x, clock, start, network, places, said } = await onX()
  const take = remembering(places)
  let reader = new Reader(sourceNamed(network, 'mentions'), take)
  await reader.all()
  x.faults.random = seeded(7)
  x.faults.add(
    { kind: 'drop', when: 'after', method: MENTIONS, rate: 0.1 },
    { kind: 'status', status: 503, when: 'before', method: MENTIONS, rate: 0.1 },
    { kind: 'garbage', when: 'after', method: MENTIONS, rate: 0.1 },
  )
  const sent: string[] = []
  const came: string[] = []
  let failures = 0
  for (let round = 0; round < 40; round++) {
    for (let number = 0; number < 120; number++) {
      clock.advance(100)
      sent.push(x.writes(`lezer${number % 9}`, `@schatkamer ${sent.length}`).id)
    }
    clock.advance(5 * SECOND)
    const before = reader.changes.length
    // The station tries again after a second or so, whatever it was.
    for (let whole = false; !whole; ) {
      whole = await reader.all().then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof SourceFailed)) throw error
          failures++
          said(`${error.stack}`)
          clock.advance(SECOND)
          return false
        },
      )
    }
    const known = new Set(came)
    came.push(
      ...reader.changes
        .slice(before)
        .map(({ id }) => id)
        .filter((id) => !known.has(id)),
    )
    if (round % 7 === 6) {
      const { cursor } = reader
      reader = new Reader(sourceNamed(start(), 'mentions'), take)
      reader.cursor = cursor
    }
  }
  expect(failures).toBeGreaterThan(5)
  expect(came).toEqual(sent)
  expect(reader.gaps).toEqual([])
  expect(x.limits.overruns).toEqual({})
}, 60_000)
