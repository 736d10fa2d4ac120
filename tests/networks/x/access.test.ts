import { expect, test } from 'vitest'
import { DAY, SECOND } from '../../../src/model/clock.ts'
import type { Stored } from '../../../src/networks/network.ts'
import { examineX } from '../../../src/networks/x/examine.ts'
import { failing, onX } from './playground.ts'

const soon = () => AbortSignal.timeout(10_000)
const stored = (id: string, kind: Stored['kind'] = 'mention'): Stored => ({ id, threadKey: `tak-${id}`, kind })

test('what is deleted, protected or suspended is gone for us; what is edited comes anew', async () => {
  const { x, clock, network, purse } = await onX()
  const [stays, goes, hides, changes] = ['stays', 'goes', 'hides', 'changes'].map((who) =>
    x.writes(who, `@schatkamer ${who}`),
  )
  clock.advance(SECOND)
  x.deletes(goes!.id)
  x.protects('hides')
  x.edits(changes!.id, '@schatkamer anders')
  const ids = [stays!, goes!, hides!, changes!].map(({ id }) => stored(id))
  const found = await network.recheck!.look([...ids, stored('5', 'direct')], soon())
  expect(found).toMatchObject([
    { kind: 'deleted', id: goes!.id },
    { kind: 'deleted', id: hides!.id },
    { kind: 'edited', id: changes!.id, threadKey: `tak-${changes!.id}`, text: '@schatkamer anders', revision: 1 },
  ])
  expect(purse.spent.checking).toBeGreaterThan(0)
  expect(network.recheck).toMatchObject({ every: DAY, until: 30 * DAY, batch: 100 })
})

test('what X does not say is not taken for deleted', async () => {
  const { x, network, said } = await onX()
  const mention = x.writes('lezer', '@schatkamer hoi')
  for (const fault of [
    { kind: 'status', status: 503, when: 'before' },
    { kind: 'garbage', when: 'before' },
  ] as const) {
    x.faults.add({ ...fault, times: 1 })
    await failing(network.recheck!.look([stored(mention.id)], soon()), said)
  }
  x.revoke()
  expect(await failing(network.recheck!.look([stored(mention.id)], soon()), said)).toMatchObject({ code: 'auth' })
})

test("a look at our access finds it well, dead, short of a right, or another one's", async () => {
  const { x, network } = await onX()
  expect(await network.probe!(soon())).toEqual({ status: 'ok', expires: null })
  x.allow('read')
  expect(await network.probe!(soon())).toEqual({ status: 'dead', why: 'permission', detail: 'read-write' })
  x.revoke()
  expect(await network.probe!(soon())).toEqual({ status: 'dead', why: 'auth', detail: null })
  x.faults.add({ kind: 'drop', when: 'before', times: 1 })
  expect(await network.probe!(soon())).toMatchObject({ status: 'unknown' })
  const other = await onX({ username: 'eenander' })
  expect(await other.network.probe!(soon())).toEqual({ status: 'dead', why: 'account', detail: '@eenander' })
})

test('the doctor names the one thing that is wrong', async () => {
  const stage = await onX()
  const examine = async (wrong: Partial<typeof stage.settings> = {}, account = 'schatkamer') => {
    const found = await examineX({ ...stage.settings, ...wrong }, { ...stage.surroundings, account }, soon())
    stage.said(JSON.stringify(found))
    return found.faults.map(({ variable, why }) => `${variable} ${why}`)
  }
  expect(await examine()).toEqual([])
  expect(await examine({ apiKey: 'verkeerd' })).toEqual(['X_API_KEY wrong'])
  expect(await examine({ apiSecret: 'verkeerdgeheim' })).toEqual(['X_API_KEY wrong'])
  expect(await examine({ accessToken: '1-verkeerd' })).toEqual(['X_ACCESS_TOKEN wrong'])
  expect(await examine({ accessSecret: 'verkeerdgeheim' })).toEqual(['X_ACCESS_TOKEN wrong'])
  expect(await examine({}, 'eenander')).toEqual(['account account'])
  stage.x.allow('read')
  expect(await examine()).toEqual(['X_ACCESS_TOKEN permission'])
  stage.x.revoke()
  expect(await examine()).toEqual(['X_ACCESS_TOKEN wrong'])
  stage.x.faults.add({ kind: 'drop', when: 'before' })
  expect(await examine()).toEqual(['X_ACCESS_TOKEN unreachable'])
})
