import { expect, it } from 'vitest'
import { claim } from '../src/desk/claim.ts'
import { reply } from '../src/desk/reply.ts'
import { alarm } from '../src/desk/thread.ts'
import { MINUTE, SECOND } from '../src/model/clock.ts'
import { cast } from './support/cast.ts'
import { outboxAtWork } from './support/outbox-at-work.ts'

const spread = (times: number[]) => times.slice(1).map((at, n) => at - (times[n] ?? 0))

it('sends all at once to a chat that takes it, however many there are', async () => {
  const { peak, settled, chat } = await outboxAtWork({ takes: { post: null, revise: null } })
  await peak(40, 1)
  await settled()
  expect(chat.in('ochtendblad')).toHaveLength(40)
})

it('sends one at a time and a second apart, once the chat has said that it is too fast', async () => {
  const { peak, settled, passes, chat } = await outboxAtWork()
  await peak(6, 1)
  await settled()
  const refused = chat.limited
  expect(refused).toBeGreaterThan(0)
  await passes(8 * SECOND)
  expect(chat.in('ochtendblad')).toHaveLength(6)
  expect(Math.min(...spread(chat.put.map((it) => it.at)))).toBeGreaterThanOrEqual(SECOND)
  expect(chat.limited).toBe(refused)
})

it('wakes for the next one as soon as the chat takes it', async () => {
  const { peak, settled, passes, chat } = await outboxAtWork({ takes: { post: 400, revise: null } })
  await peak(6, 1)
  await settled()
  await passes(SECOND + 4 * 400)
  expect(chat.in('ochtendblad')).toHaveLength(6)
})

it('lets all other channels go on while one is slow, though hundreds wait there', async () => {
  const { peak, settled, desk, chat } = await outboxAtWork()
  await peak(2, 1)
  await settled()
  await peak(400, 10)
  await settled()
  await desk.reader.writes('Ik ben een boek kwijt #boekkwijt', { as: 'zoeker' })
  await settled()
  expect(chat.in('ochtendblad')).toHaveLength(1)
  expect(chat.in('boek-kwijt').map((it) => it.content.about?.author)).toEqual(['zoeker'])
})

it('takes the line of a reply and an alarm before the readers who wrote earlier', async () => {
  const { peak, settled, passes, desk, chat } = await outboxAtWork()
  const conversation = await desk.reader.writes('Welke zin was dat?')
  await settled()
  await peak(5, 1)
  await settled()
  await desk.act(cast.delft, (act) => reply(act, { conversation, text: 'De eerste van Nescio.' }))
  await desk.act(null, (act) => alarm(act, 'ochtendblad', 'test', { notice: 'paused', facts: { who: 'Delft' } }))
  await passes(4 * SECOND)
  expect(chat.in('ochtendblad').map((it) => it.content.kind)).toEqual(['card', 'reply', 'alarm', 'card', 'card'])
})

it('counts revisions apart: they pass a slow channel, and too many of them hold up no message', async () => {
  const { peak, settled, desk, chat } = await outboxAtWork({ takes: { post: null, revise: MINUTE } })
  await peak(3, 1)
  await settled()
  for (const number of [1, 2, 3]) await desk.act(cast.delft, (act) => claim(act, number))
  await settled()
  expect(chat.limited).toBeGreaterThan(0)
  expect(chat.put.filter((it) => it.revised !== null)).toHaveLength(1)
  await peak(3, 10)
  await settled()
  expect(chat.in('ochtendblad')).toHaveLength(6)
})

it('revises a card at once in a channel that takes no new message at this moment', async () => {
  const { peak, settled, desk, chat } = await outboxAtWork({ takes: { post: MINUTE, revise: null } })
  await peak(3, 1)
  await settled()
  expect(chat.put).toHaveLength(1)
  await desk.act(cast.delft, (act) => claim(act, chat.put[0]?.content.about?.conversation ?? 0))
  await settled()
  expect(chat.put[0]?.content.state?.label).toContain('Delft')
})

it('keeps its pace through a restart', async () => {
  const { peak, settled, passes, restart, chat } = await outboxAtWork()
  await peak(2, 1)
  await settled()
  await passes(3 * SECOND)
  const refused = chat.limited
  await restart()
  await peak(4, 10)
  await passes(6 * SECOND)
  expect(chat.in('ochtendblad')).toHaveLength(6)
  expect(chat.limited).toBe(refused)
})

it('tries it all at once again a minute after the chat last said so', async () => {
  const { peak, settled, passes, clock, chat } = await outboxAtWork()
  await peak(2, 1)
  await settled()
  await passes(3 * SECOND)
  const refused = chat.limited
  clock.advance(MINUTE)
  await settled()
  await peak(4, 10)
  await settled()
  expect(chat.limited).toBe(refused + 3)
})
