import { expect, it, onTestFinished } from 'vitest'
import { postContent } from '../../../src/desk/schedule/announce.ts'
import { publishAgain, settleByHand } from '../../../src/desk/schedule/decide-variant.ts'
import { handOver } from '../../../src/desk/schedule/hand-over.ts'
import { retractPost } from '../../../src/desk/schedule/retract-post.ts'
import { MINUTE } from '../../../src/model/clock.ts'
import type { Found, Outcome } from '../../../src/model/network.ts'
import type { Draft, Network } from '../../../src/networks/network.ts'
import { postById } from '../../../src/store/posts.ts'
import { cast, networks } from '../../support/cast.ts'
import { openDesk } from '../../support/desk.ts'
import { worker } from '../../support/worker.ts'

const limits = { ...networks.get('x')!.limits, max: 30, parts: 9 }
const facts = new Map([['x', { account: 'schatkamer', live: true, limits }] as const])
const TEXT = 'Deel een is dit hier.\n\nDeel twee staat daaronder.\n\nDeel drie sluit het af.'
const PARTS = ['Deel een is dit hier. 1/3', 'Deel twee staat daaronder. 2/3', 'Deel drie sluit het af. 3/3']

type Answer = Outcome | 'killed'

/** A post of three parts that was handed over; X answers each publication as `says` lays down, else takes it. */
async function thread(says: (text: string) => Answer | null = () => null, found: Found = { status: 'absent' }) {
  const desk = openDesk({ networks: facts, platforms: ['desk'] })
  const { store, clock } = desk
  await store.db
    .insertInto('entry')
    .values({
      id: 'lang',
      programme: 'ochtendblad',
      source: 'yaml',
      once: '2027-01-11T09:00',
      texts: JSON.stringify({ x: TEXT }),
      media: JSON.stringify([{ kind: 'image', url: 'https://images.example.org/a.jpg', alt: 'Een kaft' }]),
      grace: 30,
      state: 'active',
      changed: 0,
      since: 0,
    })
    .execute()
  await store.db
    .insertInto('post')
    .values({
      entry: 'lang',
      programme: 'ochtendblad',
      channel: 'ochtendblad',
      slot: '2027-01-11T09:00',
      zone: 'Europe/Amsterdam',
      due_at: clock.now(),
      state: 'planned',
      moved: 0,
      media: '[]',
      grace: 30,
      overdue: 0,
    })
    .execute()
  const taken: Draft[] = []
  const gone: string[] = []
  const x: Network = {
    name: 'x',
    account: 'schatkamer',
    live: true,
    limits,
    async publish(draft) {
      const answer = says(draft.text)
      if (answer === 'killed') {
        taken.push(draft)
        // The answer never comes; at the test's end the worker that waits for it must be let go.
        return new Promise((resolve) => onTestFinished(() => resolve({ status: 'unknown', reason: 'timeout' })))
      }
      if (answer && answer.status !== 'published') return answer
      taken.push(draft)
      return { status: 'published', id: `x${taken.length}`, url: `https://x.example/x${taken.length}` }
    },
    find: async () => found,
    async retract(id) {
      gone.push(id)
      return { status: 'published', id, url: null }
    },
    sources: () => [],
  }
  const start = (boot: string) => worker(desk, { networks: facts, platforms: ['desk'] }, [x], boot)
  await desk.act(null, async (act) => handOver(act, await postById(act.tx, 1), clock.now() + 60 * MINUTE))
  const variant = () => store.db.selectFrom('variant').selectAll().executeTakeFirstOrThrow()
  return {
    desk,
    taken,
    gone,
    start,
    variant,
    is: async (state: string) => (await variant()).state === state,
    shown: () => desk.act(null, (act) => postContent(act, 1)),
    alarms: async () =>
      (await store.db.selectFrom('delivery').select('body').where('subject', '=', 'notice').execute())
        .map((row) => JSON.parse(row.body) as { notice: string })
        .map((it) => it.notice),
  }
}

it('goes out part by part, each under the one before it, and shows the first as where it stands', async () => {
  const here = await thread()
  const work = await here.start('first start')
  await work.until(() => here.is('sent'))
  expect(here.taken.map((it) => it.text)).toEqual(PARTS)
  expect(here.taken.map((it) => it.inReplyTo)).toEqual([null, 'x1', 'x2'])
  expect(here.taken.map((it) => it.media.length)).toEqual([1, 0, 0])
  expect(await here.variant()).toMatchObject({ external_id: 'x1', url: 'https://x.example/x1', parts: 3 })
  expect((await here.shown()).facts?.[0]?.value).toBe(`(in 3 delen) ✓ ${TEXT}`)
})

it('holds the later parts until it is known where the earlier one is, and sends no part twice after a kill', async () => {
  let killed = false
  const says = (text: string) => {
    if (killed || text !== PARTS[1]) return null
    killed = true
    return 'killed' as const
  }
  const here = await thread(says, { status: 'found', id: 'x2', url: null })
  const first = await here.start('first start')
  await first.until(() => killed)
  const again = await here.start('second start')
  await again.until(() => here.is('sent'))
  expect(here.taken.map((it) => it.text)).toEqual(PARTS)
  expect(here.taken.at(-1)?.inReplyTo).toBe('x2')
})

it('stops the rest where one part is refused, says which, tells the programme, and lets people take it back', async () => {
  const here = await thread((text) => (text === PARTS[1] ? { status: 'rejected', reason: 'duplicate' } : null))
  const work = await here.start('first start')
  await work.until(() => here.is('refused'))
  expect(here.taken.map((it) => it.text)).toEqual(PARTS.slice(0, 1))
  const { facts: lines, buttons } = await here.shown()
  expect(lines?.[0]).toMatchObject({
    value: expect.stringMatching(/^\(deel 2 van 3\) ✗ niet geplaatst: precies deze tekst/),
    url: 'https://x.example/x1',
  })
  expect(await here.alarms()).toContain('thread-stopped')
  expect(buttons?.map((it) => it.action)).toEqual(['retract-post'])
  await here.desk.act(cast.delft, (act) => retractPost(act, 1))
  await work.until(() => here.is('retracted'))
  expect(here.gone).toEqual(['x1'])
})

it('is taken back last part first', async () => {
  const here = await thread()
  const work = await here.start('first start')
  await work.until(() => here.is('sent'))
  await here.desk.act(cast.delft, (act) => retractPost(act, 1))
  await work.until(() => here.is('retracted'))
  expect(here.gone).toEqual(['x3', 'x2', 'x1'])
})

it('keeps the rest inside when it is taken back halfway, and deletes what is out', async () => {
  const here = await thread((text) =>
    text === PARTS[1] ? { status: 'later', after: 20 * MINUTE, reason: 'rate-limit', scope: 'row' } : null,
  )
  const work = await here.start('first start')
  await work.until(async () => (await here.variant()).reason === 'rate-limit')
  await here.desk.act(cast.delft, (act) => retractPost(act, 1))
  await work.until(() => here.is('retracted'))
  expect(here.taken.map((it) => it.text)).toEqual(PARTS.slice(0, 1))
  expect(here.gone).toEqual(['x1'])
})

it('goes on from the part of which nobody knew, where a person says that it is not there', async () => {
  let unknown = true
  const says = (text: string): Answer | null =>
    unknown && text === PARTS[1] ? { status: 'unknown', reason: 'timeout' } : null
  const here = await thread(says, { status: 'cannot tell' })
  const work = await here.start('first start')
  await work.until(() => here.is('person'), 10_000)
  expect((await here.shown()).facts?.[0]?.value).toMatch(/^\(deel 2 van 3\) \? onzeker/)
  unknown = false
  await here.desk.act(cast.delft, (act) => publishAgain(act, 1))
  await work.until(() => here.is('sent'))
  expect(here.taken.map((it) => it.text)).toEqual(PARTS)
  expect(here.taken.map((it) => it.inReplyTo)).toEqual([null, 'x1', 'x2'])
})

it('hangs nothing under a part that only a person has seen', async () => {
  const here = await thread((text) => (text === PARTS[1] ? { status: 'unknown', reason: 'timeout' } : null), {
    status: 'cannot tell',
  })
  const work = await here.start('first start')
  await work.until(() => here.is('person'), 10_000)
  await here.desk.act(cast.delft, (act) => settleByHand(act, 1, 'is-out'))
  expect(await here.variant()).toMatchObject({ state: 'refused', reason: 'part-by-hand' })
  expect(await here.alarms()).toContain('thread-stopped')
  expect(here.taken.map((it) => it.text)).toEqual(PARTS.slice(0, 1))
})
