import { expect, test } from 'vitest'
import { runCommand } from '../../../commands/index.ts'
import { postContent } from '../../../src/desk/schedule/announce.ts'
import type { Refused } from '../../../src/model/refused.ts'
import type { Station } from '../../../src/model/station.ts'
import { addSpending } from '../../../src/store/spending.ts'
import { momentText } from '../../../src/wording/moments.ts'
import { amountText } from '../../../src/wording/money.ts'
import { refusalText } from '../../../src/wording/refusals.ts'
import { inChannel } from '../../commands/place.ts'
import { cast, networks, station } from '../../support/cast.ts'
import { liveNetworks, stationWith } from '../../support/live.ts'
import { entryAt, openSchedule, type TestSchedule } from '../../support/schedule.ts'
import { presses } from '../../support/schedule-desk.ts'

const linked = entryAt('ochtend', '0 9 * * *', {
  texts: { x: 'Lees mee op example.org', facebook: 'Lees mee op https://example.org' },
})

/** Nine in the morning has come, and so many dollars of the ten a day were spent on X; two are for replies. */
async function airs(dollars: number, entry = linked, there = liveNetworks): Promise<TestSchedule> {
  const changed: Partial<Station> = { networks: stationWith({ day: 10 }).networks }
  const schedule = await openSchedule('2027-01-11T08:59', [entry], changed, there)
  await schedule.act(null, ({ tx }) =>
    addSpending(tx, { network: 'x', account: 'schatkamer' }, '2027-01-11', 'reading', dollars * 1_000_000),
  )
  await schedule.tickUntil('2027-01-11T09:00')
  return schedule
}

const shown = (schedule: TestSchedule) => schedule.act(null, (act) => postContent(act, 1))

test.each([
  ['near the cap', 6.4, 'raakt op'],
  ['beyond what posts may cost', 8, 'is op; het kan pas uit als er weer budget is'],
])('%s a post with a link waits for a person, and the other networks go', async (_, dollars, how) => {
  const schedule = await airs(dollars)
  expect(await schedule.handedOver()).toEqual(['facebook Lees mee op https://example.org'])
  const { facts, buttons, state } = await shown(schedule)
  expect(facts?.[0]?.value).toBe(
    `✋ wacht op goedkeuring: met een link kost dit $\u00a00,20, en het budget van X ${how}.\nLees mee op example.org`,
  )
  expect(state?.tone).toBe('bad')
  expect(buttons?.filter((it) => !it.overflow)).toEqual([
    { action: 'post-again', value: '1', label: 'Toch plaatsen op X' },
    { action: 'post-drop', value: '1', label: 'Laten vervallen op X' },
  ])
})

test('with money enough it goes by itself', async () => {
  expect(await (await airs(6.3)).handedOver()).toHaveLength(2)
})

test('a text without a link goes by itself, however little is left', async () => {
  const plain = entryAt('ochtend', '0 9 * * *', { texts: { x: 'Lees mee. Om 9.15 bij ons' } })
  expect(await (await airs(8, plain)).handedOver()).toEqual(['x Lees mee. Om 9.15 bij ons'])
})

test('what the sandbox plays costs nothing', async () => {
  expect(await (await airs(8, linked, networks)).handedOver()).toHaveLength(2)
})

test('a person lets it out after all, once', async () => {
  const schedule = await airs(6.4)
  await expect(presses(schedule, 'post-again', '1', cast.researcher)).rejects.toMatchObject({ code: 'may-not-send' })
  await presses(schedule, 'post-again', '1', cast.deventer)
  expect((await schedule.handedOver()).at(-1)).toBe('x Lees mee op example.org')
  expect((await shown(schedule)).facts?.[0]?.value).toBe('⏳ Lees mee op example.org')
  await expect(presses(schedule, 'post-again', '1', cast.delft)).rejects.toMatchObject({ code: 'post-decided' })
  expect(await schedule.handedOver()).toHaveLength(2)
})

test('where posts have used up their part nobody can let it out: it says from when, and the post stays', async () => {
  const schedule = await airs(8)
  const pressed = await presses(schedule, 'post-again', '1', cast.deventer).catch((error: Refused) => error)
  expect(pressed).toMatchObject({ code: 'no-money' })
  const cost = amountText('nl', 'usd', 200_000)
  const next = momentText('nl', station.zone, Date.UTC(2027, 0, 12))
  expect(refusalText('nl', pressed as Refused)).toBe(
    `Dit kost ${cost}, en daar is vandaag op X geen budget meer voor. Het bericht blijft staan. Vanaf ${next} is er weer budget; druk dan opnieuw. Eerder kan het als de beheerder day verhoogt in station.yaml.`,
  )
  expect(await schedule.handedOver()).toHaveLength(1)
  expect((await shown(schedule)).facts?.[0]?.value).toMatch(/^✋ wacht op goedkeuring/)
})

test('/station shows it too, with the same buttons', async () => {
  const schedule = await airs(6.4)
  const answers = await schedule.act(cast.deventer, (act) => runCommand('/station', inChannel, act))
  expect(answers.map((it) => it.text)).toContain('Hier moet een mens naar kijken:')
  expect(answers.at(-1)).toMatchObject({
    kind: 'private',
    facts: [{ label: 'X', value: expect.stringMatching(/^✋ wacht op goedkeuring/) }, { label: 'Facebook' }],
    buttons: expect.arrayContaining([{ action: 'post-again', value: '1', label: 'Toch plaatsen op X' }]),
  })
})

test('a person lets it drop', async () => {
  const schedule = await airs(6.4)
  await presses(schedule, 'post-drop', '1', cast.deventer)
  expect((await shown(schedule)).facts?.[0]?.value).toBe('– niet geplaatst. Lees mee op example.org')
  await expect(presses(schedule, 'post-again', '1', cast.delft)).rejects.toMatchObject({ code: 'post-decided' })
  expect(await schedule.handedOver()).toHaveLength(1)
})

test('nobody can say that it is out, for it never left', async () => {
  const schedule = await airs(6.4)
  await expect(presses(schedule, 'post-is-out', '1', cast.deventer)).rejects.toMatchObject({ code: 'post-decided' })
})

test('a thread costs as many posts as it has, with the price of a link for each that has one', async () => {
  const there = new Map(liveNetworks)
  const x = there.get('x')
  if (x) there.set('x', { ...x, limits: { ...x.limits, max: 60, parts: 10 } })
  const text = `${'Een zin over boeken. '.repeat(3)}Lees mee op example.org`
  const thread = entryAt('ochtend', '0 9 * * *', { texts: { x: text } })
  const schedule = await airs(6.4, thread, there)
  expect((await shown(schedule)).facts?.[0]?.value).toContain('kost dit $\u00a00,22,')
})
