import { expect, it } from 'vitest'
import { SECOND } from '../../src/model/clock.ts'
import { anna, CHANNEL, openNewsroom } from '../support/newsroom.ts'

/** The card of a conversation is on its way: Slack shows it already, and we do not know yet. */
async function underWay() {
  const room = openNewsroom()
  const number = await room.reader.writes('Waar vind ik dit boek?')
  await room.store.db
    .updateTable('delivery')
    .set({ state: 'sending', attempted_at: room.clock.now(), body: JSON.stringify({ channel: CHANNEL }) })
    .where('verb', '=', 'open')
    .execute()
  const arrives = async () => {
    const ref = await room.opens(number)
    await room.store.db
      .updateTable('delivery')
      .set({ state: 'sent', settled_at: 1 })
      .where('verb', '=', 'open')
      .execute()
    return ref
  }
  return { room, number, ref: `t${number}`, arrives }
}

it('what is typed under a card before we know that it stands there waits for that, and is asked about', async () => {
  const { room, ref, arrives } = await underWay()
  const said = room.does({ kind: 'message', by: anna.id, thread: ref, message: 'm1', text: 'Bij de romans.' })
  await arrives()
  expect(await said).toMatchObject([{ buttons: [{ action: 'send' }, { action: 'keep' }] }])
})

it('does not hold up a start: what was stored is taken up later, in its order', async () => {
  const { room, ref, number, arrives } = await underWay()
  const event = { at: room.clock.now(), by: anna.id, channel: CHANNEL, thread: ref, message: 'm1' }
  await room.intake.store('slack', [
    { ...event, id: 'e-1', kind: 'message', text: 'Bij de romans.', attachments: [] },
    { ...event, id: 'e-2', kind: 'edited', text: 'Bij de poëzie.' },
  ])
  expect(await room.intake.recover()).toBe(2)
  const drafts = () =>
    room.store.db.selectFrom('draft').select(['text', 'state']).where('conversation', '=', number).execute()
  expect(await drafts()).toEqual([])
  await arrives()
  room.clock.advance(10 * SECOND)
  await expect.poll(drafts).toEqual([{ text: 'Bij de poëzie.', state: 'asked' }])
})

it('a reaction to such a card counts too', async () => {
  const { room, ref, number, arrives } = await underWay()
  const reacted = room.does({ kind: 'command', by: anna.id, thread: ref, text: 'claim' })
  await arrives()
  await reacted
  const { claimed_by } = await room.store.db
    .selectFrom('conversation')
    .select('claimed_by')
    .where('id', '=', number)
    .executeTakeFirstOrThrow()
  expect(claimed_by).toBe(anna.id)
})

it.each([
  ['in another channel', { channel: 'koffie' }],
  ['in no thread', { thread: null }],
])('talk %s waits for nothing', async (_where, more) => {
  const { room, ref } = await underWay()
  const talk = { kind: 'message' as const, by: anna.id, thread: ref, message: 'm1', text: 'Koffie?' }
  expect(await room.does({ ...talk, channel: CHANNEL, ...more })).toEqual([])
})

it('talk in a thread that is none of ours waits no longer than the openings that it may be', async () => {
  const { room, arrives } = await underWay()
  const said = room.does({ kind: 'message', by: anna.id, thread: 'elders', message: 'm1', text: 'Koffie?' })
  await arrives()
  expect(await said).toEqual([])
})
