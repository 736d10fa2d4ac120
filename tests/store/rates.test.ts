import { beforeEach, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/model/clock.ts'
import type { Store, Tx } from '../../src/store/database.ts'
import { clampRates, freeRate, markTold, pausedRates, pauseRate, unprovenRates } from '../../src/store/rates.ts'
import { freshStore } from '../support/store.ts'

const NOW = 1_800_000_000_000
const X = 'network:x:schatkamer'

let store: Store
beforeEach(() => {
  store = freshStore()
})

const at = <T>(steady: number, work: (act: { tx: Tx; steady: number }) => Promise<T>): Promise<T> =>
  store.transaction((tx) => work({ tx, steady }))
const paused = (steady: number) => at(steady, ({ tx }) => pausedRates(tx, steady))

it('keeps a rate key back for as long as was said', async () => {
  await at(NOW, (act) => pauseRate(act, X, MINUTE, 'quota'))
  expect(await paused(NOW + MINUTE - 1)).toEqual([X])
  expect(await paused(NOW + MINUTE)).toEqual([])
})

it('knows since when it is kept back for the same reason, and whether the team was told', async () => {
  expect(await at(NOW, (act) => pauseRate(act, X, MINUTE, 'quota'))).toEqual({ since: NOW, told: false })
  await at(NOW, ({ tx }) => markTold(tx, X))
  expect(await at(NOW + HOUR, (act) => pauseRate(act, X, MINUTE, 'quota'))).toEqual({ since: NOW, told: true })
  const other = await at(NOW + HOUR, (act) => pauseRate(act, X, MINUTE, 'auth'))
  expect(other).toEqual({ since: NOW + HOUR, told: false })
})

it('is not free because something got through that had left before', async () => {
  await at(NOW, (act) => pauseRate(act, X, MINUTE, 'quota'))
  await at(NOW, ({ tx }) => markTold(tx, X))
  expect(await at(NOW + 1, (act) => freeRate(act, X))).toBe(false)
  expect(await paused(NOW + 1)).toEqual([X])
  expect(await at(NOW + MINUTE, (act) => freeRate(act, X))).toBe(true)
  expect(await at(NOW + MINUTE, (act) => freeRate(act, X))).toBe(false)
})

it('lets one try after the pause of a network, until something got through; a chat is simply free', async () => {
  await at(NOW, (act) => pauseRate(act, X, MINUTE, 'quota'))
  await at(NOW, (act) => pauseRate(act, 'chat:desk:ochtendblad', MINUTE, 'quota'))
  expect(await at(NOW, ({ tx }) => unprovenRates(tx, NOW))).toEqual([])
  expect(await at(NOW, ({ tx }) => unprovenRates(tx, NOW + MINUTE))).toEqual([X])
  await at(NOW + MINUTE, (act) => freeRate(act, X))
  expect(await at(NOW, ({ tx }) => unprovenRates(tx, NOW + MINUTE))).toEqual([])
})

it('makes no pause longer because the clock was set back', async () => {
  await at(NOW, (act) => pauseRate(act, X, MINUTE, 'quota'))
  await at(NOW - HOUR, ({ tx }) => clampRates(tx, NOW - HOUR))
  expect(await paused(NOW - HOUR + MINUTE - 1)).toEqual([X])
  expect(await paused(NOW - HOUR + MINUTE)).toEqual([])
})
