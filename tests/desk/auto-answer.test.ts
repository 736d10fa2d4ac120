import { expect, it } from 'vitest'
import { callOf } from '../../src/deliver/call.ts'
import { draftContent } from '../../src/desk/draft-line.ts'
import { receive } from '../../src/desk/receive.ts'
import type { Change } from '../../src/model/change.ts'
import { said } from '../inbound/playground.ts'
import { ManualClock } from '../support/clock.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'

const NIGHT = Date.UTC(2027, 0, 11, 2)

const takes = (desk: TestDesk, ...changes: Change[]) =>
  desk.act(null, (act) => receive(act, { network: 'x', account: 'schatkamer', source: 'test', changes, cursor: null }))
const written = (id: string, more = {}) => said(id, { at: NIGHT, ...more })
const gone = (id: string): Change => ({ kind: 'deleted', account: 'schatkamer', id, at: NIGHT })
const drafts = (desk: TestDesk) => desk.store.db.selectFrom('draft').select(['kind', 'state', 'reason']).execute()
const publications = async (desk: TestDesk) => {
  const rows = await desk.store.db
    .selectFrom('delivery')
    .selectAll()
    .where('verb', '=', 'publish')
    .orderBy('id')
    .execute()
  return rows
}

/** A reader wrote at night, and the automatic answer stands in the outbox. */
async function answered(): Promise<TestDesk> {
  const desk = openDesk({}, new ManualClock(NIGHT))
  await takes(desk, written('1'))
  expect(await drafts(desk)).toEqual([{ kind: 'auto', state: 'held', reason: null }])
  return desk
}

it('does not go out to what its author took away meanwhile, and its line says so', async () => {
  const desk = await answered()
  await takes(desk, gone('1'))
  expect(await drafts(desk)).toEqual([{ kind: 'auto', state: 'stale', reason: 'deleted' }])
  expect((await publications(desk)).map(({ state }) => state)).toEqual(['cancelled'])
  const line = await desk.act(null, (act) => draftContent(act, 1))
  expect(line.text).toBe(
    'Het automatische antwoord aan @lezer1 is niet uitgegaan: de lezer haalde het bericht intussen weg',
  )
  expect(line.buttons).toBeUndefined()
  expect(line.mentions).toBeUndefined()
})

it('is for the next thing that this person writes tonight, once', async () => {
  const desk = await answered()
  await takes(desk, gone('1'), written('2'), written('3'))
  expect((await publications(desk)).map(({ state }) => state)).toEqual(['cancelled', 'queued'])
})

it('goes out all the same where its author wrote again, or changed it, or took something else away', async () => {
  const desk = await answered()
  await takes(desk, written('2', { threadKey: '1' }), written('1', { kind: 'edited', text: 'anders', revision: 1 }))
  await takes(desk, gone('2'))
  expect((await publications(desk)).map(({ state }) => state)).toEqual(['queued'])
})

it('does not go again where it was on its way and turns out not to have gone', async () => {
  const desk = await answered()
  await desk.store.db.updateTable('delivery').set({ state: 'sending' }).where('verb', '=', 'publish').execute()
  await desk.store.db.updateTable('draft').set({ state: 'sending' }).execute()
  await takes(desk, gone('1'))
  expect(await drafts(desk)).toEqual([{ kind: 'auto', state: 'sending', reason: null }])
  const [delivery] = await publications(desk)
  const call = await desk.act(null, (act) => callOf(act, { ...delivery!, attempts: 2 }))
  expect(call).toMatchObject({ kind: 'nothing', end: { state: 'cancelled' } })
  expect(await drafts(desk)).toEqual([{ kind: 'auto', state: 'stale', reason: 'deleted' }])
})

it('is sent again where it did not go out and the message stands', async () => {
  const desk = await answered()
  const [delivery] = await publications(desk)
  const call = await desk.act(null, (act) => callOf(act, { ...delivery!, attempts: 2 }))
  expect(call).toMatchObject({ kind: 'publish', draft: { inReplyTo: '1' } })
})
