import { expect, it } from 'vitest'
import { add } from '../../../commands/schedule/add.ts'
import { requireFitting } from '../../../src/desk/schedule/require-texts.ts'
import { refusalText } from '../../../src/wording/refusals.ts'
import { cast, networks } from '../../support/cast.ts'
import { openDesk } from '../../support/desk.ts'

const x = networks.get('x')!
const threads = () => openDesk({ networks: new Map([['x', { ...x, limits: { ...x.limits, parts: 3 } }]]) })
const text = (sentences: number) => Array.from({ length: sentences }, () => 'Vandaag lezen wij voor.').join(' ')

it('takes a text that fits in a thread, and knows in how many parts', async () => {
  const lengths = await threads().act(cast.coordinator, async (act) => requireFitting(act, { x: text(30) }))
  expect(lengths).toEqual([{ network: 'x', length: 719, max: 280, parts: 3 }])
})

it('refuses one that does not, and says how much there is room for', async () => {
  const refused = await threads().refused(cast.coordinator, async (act) => requireFitting(act, { x: text(40) }))
  expect(refused.code).toBe('texts-too-long')
  expect(refusalText('nl', refused)).toContain('X 959/3×280')
})

it('says in how many parts it goes out before it is put on the schedule', async () => {
  const asked = await threads().act(cast.coordinator, (act) =>
    add.ready('add', `ochtendblad dagelijks 09:15 ${text(30)}`, act)(act),
  )
  expect(asked[0]?.facts?.map((it) => it.label)).toContain('X 719 · in 3 delen')
})
