import { expect, it } from 'vitest'
import { cardContent } from '../../src/desk/card.ts'
import { moderate } from '../../src/desk/moderate.ts'
import type { Moderation, Outcome, Sight } from '../../src/model/network.ts'
import type { Network } from '../../src/networks/network.ts'
import { cast, networks } from '../support/cast.ts'
import { openDesk } from '../support/desk.ts'
import { worker } from '../support/worker.ts'

/** A desk whose Facebook can hide and show, and whose YouTube holds, approves and rejects. */
async function room(answers: Outcome[] = []) {
  const can: [name: 'facebook' | 'youtube', moderation: readonly Moderation[]][] = [
    ['facebook', ['hide', 'show']],
    ['youtube', ['approve', 'reject']],
  ]
  const facts = new Map(networks)
  for (const [name, moderation] of can) {
    const known = networks.get(name)!
    facts.set(name, { ...known, limits: { ...known.limits, moderation } })
  }
  const desk = openDesk({ networks: facts, platforms: ['desk'] })
  const asked: string[] = []
  const playing = (name: 'facebook' | 'youtube'): Network => ({
    name,
    account: 'schatkamer',
    live: false,
    limits: facts.get(name)!.limits,
    publish: async () => ({ status: 'rejected', reason: 'empty' }),
    moderate: async (id, verdict) => {
      asked.push(`${id} ${verdict}`)
      return answers.shift() ?? { status: 'published', id, url: null }
    },
    sources: () => [],
  })
  const work = await worker(desk, { networks: facts, platforms: ['desk'] }, [playing('facebook'), playing('youtube')])
  return {
    desk,
    asked,
    work,
    card: (number: number) => desk.act(null, (act) => cardContent(act, number)),
    stands: (sight: Sight) => desk.store.db.updateTable('message').set({ sight }).execute(),
    notices: async () =>
      (
        await desk.store.db
          .selectFrom('delivery')
          .select('body')
          .where('subject', '=', 'notice')
          .orderBy('id')
          .execute()
      ).map((row) => JSON.parse(row.body) as { notice: string; facts: object }),
  }
}

const offered = (buttons: { action: string; value: string; overflow?: boolean }[] = []) =>
  buttons
    .filter((it) => ['hide', 'show', 'approve', 'reject'].includes(it.action) && it.overflow)
    .map((it) => `${it.action} ${it.value}`)

it('offers what makes a difference to the newest message, as far as its network can', async () => {
  const here = await room()
  const facebook = await here.desk.reader.writes('Koop nu!', { network: 'facebook', kind: 'comment' })
  expect(offered((await here.card(facebook)).buttons)).toEqual(['hide 1.1'])
  await here.stands('hidden')
  expect(offered((await here.card(facebook)).buttons)).toEqual(['show 1.1'])
  await here.stands('held')
  const youtube = await here.desk.reader.writes('Eerste!', { network: 'youtube', kind: 'comment' })
  expect(offered((await here.card(youtube)).buttons)).toEqual(['reject 2.1'])
  await here.stands('held')
  const held = await here.card(youtube)
  expect(offered(held.buttons)).toEqual(['approve 2.1', 'reject 2.1'])
  expect(held.facts).toContainEqual({
    label: 'Zichtbaarheid',
    value: 'wacht op goedkeuring; anderen zien dit nog niet',
  })
  await here.stands('rejected')
  expect(offered((await here.card(youtube)).buttons)).toEqual(['approve 2.1'])
  await here.desk.reader.writes('Tweede!', { network: 'youtube', kind: 'comment', thread: 'm2' })
  expect((await here.card(youtube)).buttons?.at(-1)).toMatchObject({ value: '2.2', label: 'Afwijzen (2.2)' })
  const letter = await here.desk.reader.writes('Privé', { network: 'facebook', kind: 'direct' })
  expect(offered((await here.card(letter)).buttons)).toEqual([])
})

it('hides a message, says so on the card, in the thread and in the history, and shows it again', async () => {
  const here = await room()
  const number = await here.desk.reader.writes('Koop nu!', { network: 'facebook', kind: 'comment' })
  await here.desk.act(cast.delft, (act) => moderate(act, { conversation: number }, 'hide'))
  await here.work.until(() => here.asked.length === 1)
  expect((await here.card(number)).facts).toContainEqual({ label: 'Zichtbaarheid', value: 'verborgen voor anderen' })
  expect(await here.notices()).toContainEqual(
    expect.objectContaining({ notice: 'moderated', facts: { number: '1.1', verdict: 'hide' } }),
  )
  await here.desk.act(cast.delft, (act) => moderate(act, { conversation: number, ordinal: 1 }, 'show'))
  await here.work.until(() => here.asked.length === 2)
  expect(here.asked).toEqual(['m1 hide', 'm1 show'])
  expect((await here.card(number)).facts?.some((it) => it.label === 'Zichtbaarheid')).toBe(false)
  const history = await here.desk.store.db
    .selectFrom('history')
    .select(['by', 'detail'])
    .where('what', '=', 'moderated')
    .execute()
  expect(history).toEqual([
    { by: cast.delft.id, detail: 'hide' },
    { by: cast.delft.id, detail: 'show' },
  ])
})

it('asks again where it cannot know whether it was done, and tells why a network refused', async () => {
  const here = await room([
    { status: 'unknown', reason: 'timeout' },
    { status: 'rejected', reason: 'gone' },
  ])
  const number = await here.desk.reader.writes('Koop nu!', { network: 'facebook', kind: 'comment' })
  await here.desk.act(cast.delft, (act) => moderate(act, { conversation: number }, 'hide'))
  await here.work.until(() => here.asked.length === 2)
  expect(await here.notices()).toContainEqual(
    expect.objectContaining({
      notice: 'moderation-refused',
      facts: { number: '1.1', verdict: 'hide', reason: 'gone' },
    }),
  )
  expect((await here.card(number)).facts?.some((it) => it.label === 'Zichtbaarheid')).toBe(false)
})

it('lets nobody moderate who may not send, nor what makes no difference', async () => {
  const here = await room()
  const number = await here.desk.reader.writes('Koop nu!', { network: 'facebook', kind: 'comment' })
  const tries = (by: typeof cast.delft, verdict: Moderation) =>
    here.desk.refused(by, (act) => moderate(act, { conversation: number }, verdict))
  expect((await tries(cast.researcher, 'hide')).code).toBe('may-not-send')
  expect((await tries(cast.delft, 'show')).code).toBe('cannot-moderate')
  expect((await tries(cast.delft, 'reject')).code).toBe('cannot-moderate')
  expect(here.asked).toEqual([])
})
