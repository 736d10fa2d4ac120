import { expect, test } from 'vitest'
import { postContent } from '../../../src/desk/schedule/announce.ts'
import { settleVariant } from '../../../src/desk/schedule/settle-variant.ts'
import { MINUTE } from '../../../src/model/clock.ts'
import type { Outcome } from '../../../src/model/network.ts'
import { conclude } from '../../../src/store/outbox-worker.ts'
import { cast } from '../../support/cast.ts'
import { entryAt, openSchedule, type TestSchedule } from '../../support/schedule.ts'
import { presses } from '../../support/schedule-desk.ts'

const both = entryAt('ochtend', '0 9 * * *', { texts: { x: 'Kort', facebook: 'Wat langer' } })

async function aired(): Promise<TestSchedule> {
  const schedule = await openSchedule('2027-01-11T08:59', [both])
  await schedule.tickUntil('2027-01-11T09:00')
  return schedule
}

/** What the outbox's worker does when a network has answered. */
const answers = (
  schedule: TestSchedule,
  network: string,
  outcome: Outcome | { status: 'person'; reason: string },
  verb: 'publish' | 'retract' = 'publish',
) =>
  schedule.act(null, async (act) => {
    const delivery = await act.tx
      .selectFrom('delivery')
      .selectAll()
      .where('target', '=', 'network')
      .where('to', '=', network)
      .where('verb', '=', verb)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    if (outcome.status === 'published') await conclude(act.tx, delivery, { state: 'sent', settled_at: act.now })
    else if (outcome.status === 'rejected') await conclude(act.tx, delivery, { state: 'rejected', settled_at: act.now })
    else if (outcome.status === 'later') await conclude(act.tx, delivery, { state: 'queued' })
    else await conclude(act.tx, delivery, { state: 'unknown', person: outcome.status === 'person' ? 1 : 0 })
    await settleVariant(act, delivery, outcome)
  })

const shown = (schedule: TestSchedule) => schedule.act(null, (act) => postContent(act, 1))
const published = { status: 'published', id: 'x-1', url: 'https://sandbox.example/x-1' } as const

test('the announcement says of each network whether the post stands there, with its link', async () => {
  const schedule = await aired()
  await answers(schedule, 'x', published)
  await answers(schedule, 'facebook', { status: 'rejected', reason: 'duplicate' })
  const content = await shown(schedule)
  expect(content).toMatchObject({
    kind: 'post',
    text: 'Ochtendblad · 09:00 · p1',
    state: { tone: 'bad' },
    facts: [
      { label: 'X', value: '✓ Kort', url: 'https://sandbox.example/x-1' },
      {
        label: 'Facebook',
        value: expect.stringMatching(/^✗ niet geplaatst: precies deze tekst staat er al.*Wat langer$/),
      },
    ],
    about: { post: 1 },
  })
})

test('an announcement that still waits to leave is not revised on top of that', async () => {
  const schedule = await aired()
  await answers(schedule, 'x', published)
  const verbs = await schedule.store.db
    .selectFrom('delivery')
    .select('verb')
    .where('subject', '=', 'post')
    .where('target', '=', 'chat')
    .execute()
  expect(verbs).toEqual([{ verb: 'open' }])
})

test('an announcement that has left is revised when a network answers', async () => {
  const schedule = await aired()
  await schedule.act(null, async (act) => {
    const open = await act.tx.selectFrom('delivery').selectAll().where('target', '=', 'chat').executeTakeFirstOrThrow()
    await conclude(act.tx, open, { state: 'sent', settled_at: act.now })
  })
  await answers(schedule, 'x', published)
  await answers(schedule, 'facebook', { ...published, id: 'f-1' })
  const verbs = await schedule.store.db
    .selectFrom('delivery')
    .select('verb')
    .where('subject', '=', 'post')
    .where('target', '=', 'chat')
    .execute()
  expect(verbs).toEqual([{ verb: 'open' }, { verb: 'revise' }])
})

test('a post is taken back from the network that lets us, when somebody who may says so', async () => {
  const schedule = await aired()
  await answers(schedule, 'x', published)
  const [button] = (await shown(schedule)).buttons ?? []
  expect(button?.action).toBe('retract-post')
  await expect(presses(schedule, 'retract-post', button?.value ?? '', cast.researcher)).rejects.toMatchObject({
    code: 'may-not-send',
  })
  await presses(schedule, 'retract-post', button?.value ?? '', cast.deventer)
  await expect(presses(schedule, 'retract-post', button?.value ?? '', cast.delft)).rejects.toMatchObject({
    code: 'post-decided',
  })
  await answers(schedule, 'x', { status: 'published', id: 'x-1', url: null }, 'retract')
  expect((await shown(schedule)).facts?.[0]?.value).toBe('– teruggehaald. Kort')
})

test('what the network cannot say is put before a person, whose word settles it', async () => {
  const schedule = await aired()
  await answers(schedule, 'x', { status: 'unknown', reason: 'dropped' })
  expect((await shown(schedule)).facts?.[0]?.value).toMatch(/^\? misschien geplaatst/)
  await answers(schedule, 'x', { status: 'person', reason: 'not-found' })
  const buttons = (await shown(schedule)).buttons?.filter((it) => it.value === '1') ?? []
  expect(buttons.map((it) => it.action)).toEqual(['post-is-out', 'post-again', 'post-drop'])
  await presses(schedule, 'post-again', buttons[0]?.value ?? '', cast.deventer)
  expect(await schedule.handedOver()).toEqual(['x Kort', 'facebook Wat langer', 'x Kort'])
  await answers(schedule, 'x', published)
  expect((await shown(schedule)).facts?.[0]?.value).toBe('✓ Kort')
})

test('a post that was held up beyond its grace can still be let out by a person', async () => {
  const schedule = await aired()
  await answers(schedule, 'x', { status: 'later', after: MINUTE, reason: 'rate' })
  expect((await shown(schedule)).facts?.[0]?.value).toMatch(/^⏳ \(wacht: /)
  await answers(schedule, 'x', { status: 'rejected', reason: 'expired' })
  const [button] = (await shown(schedule)).buttons ?? []
  expect(button).toMatchObject({ action: 'post-again' })
  await presses(schedule, 'post-again', button?.value ?? '', cast.deventer)
  expect((await schedule.handedOver()).at(-1)).toBe('x Kort')
})

test('a wish to take a post back is kept while it is not known where the post stands', async () => {
  const schedule = await aired()
  await answers(schedule, 'x', { status: 'unknown', reason: 'dropped' })
  await presses(schedule, 'retract-post', '1', cast.deventer)
  await answers(schedule, 'x', published)
  const rows = await schedule.store.db
    .selectFrom('delivery')
    .select(['verb', 'body'])
    .where('verb', '=', 'retract')
    .execute()
  expect(rows).toEqual([{ verb: 'retract', body: JSON.stringify({ id: 'x-1' }) }])
})

test('a post that has not left yet stays inside when somebody takes it back', async () => {
  const schedule = await aired()
  await presses(schedule, 'retract-post', '1', cast.deventer)
  const rows = await schedule.store.db.selectFrom('delivery').select('state').where('to', '=', 'x').execute()
  expect(rows).toEqual([{ state: 'cancelled' }])
  expect((await shown(schedule)).facts?.[0]?.value).toBe('– niet geplaatst. Kort')
})
