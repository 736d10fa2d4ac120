import { expect, test } from 'vitest'
import { refusal, withX } from './with-x.ts'

test('private messages come newest first, by page, and are answered', async () => {
  const { x, v2, clock } = await withX()
  const lezer = x.person('lezer')
  const ids: string[] = []
  for (const text of ['Dag', 'Zijn jullie open?', 'Hallo?']) {
    clock.advance(1_000)
    ids.unshift(x.sendsDirect('lezer', text).id)
  }
  const sent = await v2.sendDmToParticipant(lezer.id, { text: 'Jazeker' })
  const { dm_conversation_id: conversation, dm_event_id: ours } = (sent as never as { data: Record<string, string> })
    .data
  const events = await v2.listDmEvents({
    max_results: 2,
    'dm_event.fields': ['sender_id', 'created_at', 'dm_conversation_id'],
    expansions: ['sender_id'],
  })
  expect(events.events.map(({ id }) => id)).toEqual([ours, ids[0]])
  expect(events.events[1]).toMatchObject({
    event_type: 'MessageCreate',
    text: 'Hallo?',
    sender_id: lezer.id,
    dm_conversation_id: conversation,
  })
  expect(events.includes.users?.map(({ username }) => username).sort()).toEqual(['lezer', 'schatkamer'])
  while (!events.done) await events.fetchNext()
  expect(events.events).toHaveLength(4)
  const [bare] = (await v2.listDmEventsWithParticipant(lezer.id)).events
  expect(Object.keys(bare!).sort()).toEqual(['event_type', 'id', 'text'])
})

test('one sees only own conversations and the last thirty days, deletes what one sent, and cannot write to who does not want it', async () => {
  const { x, v2, clock } = await withX()
  const direct = x.sendsDirect('lezer', 'Oud')
  clock.advance(30 * 86_400_000)
  x.state.directs.add({ sender: x.person('een').id, recipient: x.person('twee').id, text: 'Onder ons' }, clock.now())
  expect((await v2.listDmEvents()).events).toEqual([])
  const sent = (await v2.sendDmInConversation(direct.conversation, { text: 'Ja' })) as never as {
    data: { dm_event_id: string }
  }
  expect((await refusal(v2.delete(`dm_events/${direct.id}`))).status).toBe(403)
  await v2.delete(`dm_events/${sent.data.dm_event_id}`)
  expect((await v2.listDmEvents()).events).toEqual([])
  x.person('stil').takesDirects = false
  expect((await refusal(v2.sendDmToParticipant(x.person('stil').id, { text: 'Dag' }))).detail).toContain(
    'permission to DM',
  )
})
