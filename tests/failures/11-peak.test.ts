import { expect, it } from 'vitest'
import { reply } from '../../src/desk/reply.ts'
import { openFromDigest } from '../../src/desk/unfold.ts'
import { SECOND } from '../../src/model/clock.ts'
import { cast } from '../support/cast.ts'
import { outboxAtWork } from '../support/outbox-at-work.ts'

const PEOPLE = 3_000
const A_SECOND = 50

it('11. names three thousand people in ninety seconds and ninety messages, and a reply among them is there in three', async () => {
  const { desk, clock, chat, peak, passes } = await outboxAtWork()
  const start = clock.now()
  const mine = await desk.reader.writes('Welke zin was dat?', { as: 'eerst' })
  await passes(SECOND)
  let answered = 0
  for (let said = 0; said < PEOPLE; said += A_SECOND) {
    await peak(A_SECOND, said)
    if (said === PEOPLE / 2) {
      answered = clock.now()
      await desk.act(cast.delft, (act) => reply(act, { conversation: mine, text: 'De eerste van Nescio.' }))
    }
    await passes(SECOND)
  }
  await passes(90 * SECOND - (clock.now() - start))
  const named = chat.put.flatMap((it) => it.content.about?.conversations ?? it.content.about?.conversation ?? [])
  expect(new Set(named).size).toBe(PEOPLE + 1)
  expect(chat.put.length).toBeLessThanOrEqual(90)
  const line = chat.put.find((it) => it.content.kind === 'reply')
  expect((line?.at ?? Number.NaN) - answered).toBeLessThanOrEqual(3 * SECOND)

  await desk.act(cast.deventer, (act) => openFromDigest(act, PEOPLE))
  await passes(2 * SECOND)
  expect(chat.put.at(-1)?.content).toMatchObject({ kind: 'card', about: { conversation: PEOPLE } })
  const left = await desk.store.db.selectFrom('delivery').select('id').where('state', '=', 'queued').execute()
  expect(left).toEqual([])
}, 60_000)
