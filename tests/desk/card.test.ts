import { expect, test } from 'vitest'
import { cardContent } from '../../src/desk/card.ts'
import { claim } from '../../src/desk/claim.ts'
import { HOUR } from '../../src/model/clock.ts'
import { cast } from '../support/cast.ts'
import { openDesk } from '../support/desk.ts'

test('the card says whether somebody waits, and who has it', async () => {
  const desk = openDesk()
  const number = await desk.reader.writes('Waar vind ik dit boek?')
  const state = () => desk.act(null, async (act) => (await cardContent(act, number)).state)
  expect(await state()).toEqual({ label: 'wacht op antwoord', tone: 'waiting' })
  await desk.act(cast.delft, (act) => claim(act, number))
  expect(await state()).toEqual({ label: 'bij Curator Delft', tone: 'busy' })
  await desk.act(null, ({ tx }) =>
    tx.updateTable('conversation').set({ waiting_since: null }).where('id', '=', number).execute(),
  )
  expect(await state()).toEqual({ label: 'beantwoord · bij Curator Delft', tone: 'done' })
  desk.clock.advance(HOUR)
  expect(await state()).toEqual({ label: 'beantwoord', tone: 'done' })
})

test.each([
  ['is deleted', { state: 'deleted' }, 'wacht op antwoord'],
  ['waits for approval', { sight: 'held' }, 'wacht op goedkeuring'],
  ['was rejected', { sight: 'rejected' }, 'wacht op antwoord'],
] as const)('no answer is offered to a message that %s', async (_, stands, label) => {
  const desk = openDesk()
  const number = await desk.reader.writes('Waar vind ik dit boek?', { network: 'facebook', kind: 'comment' })
  const card = () => desk.act(null, (act) => cardContent(act, number))
  expect((await card()).buttons?.map((it) => it.action)).toEqual(['claim', 'reply', 'close', 'like'])
  await desk.store.db.updateTable('message').set(stands).execute()
  const { buttons, state } = await card()
  expect(buttons?.map((it) => it.action)).not.toContain('reply')
  expect(buttons?.some((it) => it.action === 'like')).toBe(!('state' in stands))
  expect(state?.label).toBe(label)
})
