import { expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../src/model/clock.ts'
import { type Denial, Denials } from '../../src/model/denials.ts'

const reading = (mark: number): Denial => ({ calls: 'reading', why: 'auth', mark })
const writing = (mark: number): Denial => ({ calls: 'writing', why: 'account', mark })

/** Somebody who looked once before anything was denied. */
function looking(): Denials {
  const denials = new Denials()
  denials.look([], 0)
  return denials
}

test('it turns when a kind of call begins or ceases to be denied, and not when one is denied again', () => {
  const denials = looking()
  expect(denials.look([reading(1)], 0)).toBe(true)
  expect(denials.look([reading(2)], 0)).toBe(false)
  expect(denials.look([reading(2), writing(1)], 0)).toBe(true)
  expect(denials.look([writing(1)], 0)).toBe(true)
  expect(denials.look([reading(3)], 0)).toBe(true)
})

test('it lasts once it has been so for a minute, whether or not somebody tried again', () => {
  const denials = looking()
  denials.look([reading(1)], SECOND)
  expect(denials.lasting(MINUTE)).toBeNull()
  expect(denials.lasting(MINUTE + SECOND)).toMatchObject({ calls: 'reading', why: 'auth' })
})

test('the minute begins anew with what was let in between', () => {
  const denials = looking()
  denials.look([reading(1)], 0)
  denials.look([], 30 * SECOND)
  denials.look([reading(2)], 45 * SECOND)
  expect(denials.lasting(MINUTE)).toBeNull()
})

test('what stood there at the first look, or when the access was found well, lasts only when it is denied once more', () => {
  const denials = new Denials()
  denials.look([writing(1)], 0)
  denials.look([writing(1)], MINUTE)
  expect(denials.lasting(MINUTE)).toBeNull()
  denials.look([writing(2)], 2 * MINUTE)
  expect(denials.lasting(2 * MINUTE)).toMatchObject({ calls: 'writing' })
  denials.well()
  expect(denials.lasting(2 * MINUTE)).toBeNull()
  // Denied after the look before, and perhaps before the access was found well.
  denials.look([writing(3)], 3 * MINUTE)
  expect(denials.lasting(3 * MINUTE)).toBeNull()
  denials.look([writing(4)], 4 * MINUTE)
  expect(denials.lasting(4 * MINUTE)).toMatchObject({ calls: 'writing' })
})
