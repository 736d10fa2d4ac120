import { expect, it } from 'vitest'
import { decide } from '../../src/desk/decide.ts'
import { reply } from '../../src/desk/reply.ts'
import { settleDraft } from '../../src/desk/settle-draft.ts'
import { conclude } from '../../src/store/outbox-worker.ts'
import { cast, station } from '../support/cast.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'

/** A reply of which the network could not say whether it is out. */
async function uncertain(desk: TestDesk) {
  const conversation = await desk.reader.writes('Een vraag', { thread: 't' })
  const { draft } = await desk.act(cast.deventer, (act) => reply(act, { conversation, text: 'Een antwoord.' }))
  await desk.act(null, async (act) => {
    const delivery = await act.tx
      .selectFrom('delivery')
      .selectAll()
      .where('target', '=', 'network')
      .executeTakeFirstOrThrow()
    await conclude(act.tx, delivery, { state: 'unknown', person: 1, reason: 'cannot-tell' })
    await settleDraft(act, draft, { status: 'person', reason: 'cannot-tell' })
  })
  return draft
}
const stateOf = (desk: TestDesk, id: number) =>
  desk.store.db.selectFrom('draft').select(['state', 'reason']).where('id', '=', id).executeTakeFirstOrThrow()
const leaving = (desk: TestDesk) =>
  desk.store.db
    .selectFrom('delivery')
    .select(['state', 'delay'])
    .where('target', '=', 'network')
    .orderBy('id')
    .execute()

it('sends again what a person says is not there, after a hold of its own', async () => {
  const desk = openDesk()
  const draft = await uncertain(desk)
  await desk.act(cast.deventer, (act) => decide(act, draft, 'send-again'))
  expect((await stateOf(desk, draft)).state).toBe('held')
  expect(await leaving(desk)).toEqual([
    { state: 'cancelled', delay: station.replies.hold },
    { state: 'queued', delay: station.replies.hold },
  ])
})

it('stops it instead where the reader has written meanwhile, and shows that', async () => {
  const desk = openDesk()
  const draft = await uncertain(desk)
  await desk.reader.writes('Laat maar.', { thread: 't' })
  await desk.act(cast.deventer, (act) => decide(act, draft, 'send-again'))
  expect(await stateOf(desk, draft)).toEqual({ state: 'stale', reason: 'wrote-again' })
  expect((await leaving(desk)).map((it) => it.state)).toEqual(['cancelled'])
})

it('lets nobody decide who may not send', async () => {
  const desk = openDesk()
  const draft = await uncertain(desk)
  const refused = await desk.refused(cast.researcher, (act) => decide(act, draft, 'send-again'))
  expect(refused.code).toBe('may-not-send')
})
