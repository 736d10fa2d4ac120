import { expect, test } from 'vitest'
import { reply } from '../../src/desk/reply.ts'
import { retract } from '../../src/desk/retract.ts'
import { cast } from '../support/cast.ts'
import { openDesk } from '../support/desk.ts'

test.each([
  ['mention', {}],
  ['direct', { kind: 'direct' }],
] as const)('of a %s the network hears what it is that is taken back', async (kind, said) => {
  const desk = openDesk()
  const conversation = await desk.reader.writes('Bent u open?', { kind })
  const { draft } = await desk.act(cast.deventer, (act) => reply(act, { conversation, text: 'Ja, tot vijf uur.' }))
  await desk.store.db.updateTable('draft').set({ state: 'sent', external_id: '77' }).where('id', '=', draft).execute()
  await desk.act(cast.deventer, (act) => retract(act, { draft }))
  const [row] = await desk.store.db.selectFrom('delivery').select('body').where('verb', '=', 'retract').execute()
  expect(JSON.parse(row?.body ?? '')).toEqual({ id: '77', ...said })
})
