import { expect, test } from 'vitest'
import { SECOND } from '../../../src/model/clock.ts'
import { playground, reply } from './playground.ts'

const patience = new AbortController().signal

test('a page holds fifty changes and says that there are more', async () => {
  const town = playground()
  for (let n = 0; n < 51; n += 1) await town.write('x', 'anna', `Bericht ${n}`)
  const source = town.x.sources()[0]!
  const first = await source.fetch(null, patience)
  expect([first.changes.length, first.more]).toEqual([50, true])
  const second = await source.fetch(first.cursor, patience)
  expect([second.changes.length, second.more]).toEqual([1, false])
})

test('a page of giants ends early and loses none of them', async () => {
  const town = playground()
  for (let n = 0; n < 3; n += 1) await town.write('x', 'anna', `${n}${'a'.repeat(600_000)}`)
  const first = await town.x.sources()[0]!.fetch(null, patience)
  expect([first.changes.length, first.more]).toEqual([1, true])
  expect((await town.changes('x')).length).toBe(3)
})

test('whoever waits is woken by news, and by nothing of ours or another network', async () => {
  const town = playground()
  const { cursor } = await town.x
    .sources()[0]!
    .fetch('none:0', AbortSignal.timeout(1))
    .catch(() => ({ cursor: null }))
  let woken = false
  const page = town.x
    .sources()[0]!
    .fetch(cursor, patience)
    .finally(() => {
      woken = true
    })
  await town.x.publish(reply(null, 'Van ons'), 'k')
  await town.write('facebook', 'anna', 'Elders')
  expect(woken).toBe(false)
  const id = await town.write('x', 'anna', 'Nieuws')
  expect((await page).changes).toMatchObject([{ id }])
})

test('after 25 seconds without news the page is empty and the cursor stays good', async () => {
  const town = playground()
  const page = town.json('GET', '/sandbox/station/changes?network=x&account=schatkamer&wait=25000')
  // The request is under way once the event loop has turned.
  await new Promise(setImmediate)
  town.clock.advance(25 * SECOND)
  const { body } = await page
  expect(body).toMatchObject({ changes: [], more: false })
  const id = await town.write('x', 'anna', 'Later')
  expect((await town.x.sources()[0]!.fetch(body.cursor, patience)).changes).toMatchObject([{ id }])
})

test("another sandbox's cursor means nothing: everything is read again", async () => {
  const town = playground()
  const id = await town.write('x', 'anna', 'Hoi')
  expect((await town.x.sources()[0]!.fetch('deadbeef:999', patience)).changes).toMatchObject([{ id }])
})
