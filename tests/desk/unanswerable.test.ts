import { expect, it } from 'vitest'
import { ask } from '../../src/desk/ask.ts'
import { cardContent } from '../../src/desk/card.ts'
import { close } from '../../src/desk/close.ts'
import { draftContent } from '../../src/desk/draft-line.ts'
import { openReplyForm } from '../../src/desk/open-form.ts'
import { receive } from '../../src/desk/receive.ts'
import { reply } from '../../src/desk/reply.ts'
import { HOUR } from '../../src/model/clock.ts'
import { refusalText } from '../../src/wording/refusals.ts'
import { cast, networks } from '../support/cast.ts'
import { openDesk } from '../support/desk.ts'
import { worker } from '../support/worker.ts'

const REASON = 'not-summoned'

/** A message that X's rules let us not answer: it came through a hashtag. */
async function unsummoned() {
  const desk = openDesk()
  const number = await desk.reader.writes('Mooi boek #boektip')
  await desk.store.db.updateTable('message').set({ unanswerable: REASON }).execute()
  return { desk, number, card: () => desk.act(null, (act) => cardContent(act, number)) }
}

it('says so on the card with the link, and offers no reply, before anybody writes', async () => {
  const { card } = await unsummoned()
  const { facts, buttons } = await card()
  expect(facts).toContainEqual({
    label: 'Let op',
    value: expect.stringMatching(/^antwoorden mag hier niet van X: .*Antwoord met de hand$/),
    url: 'https://sandbox.example/m1',
  })
  expect(buttons?.map((it) => it.action)).not.toContain('reply')
})

it('refuses an answer with a sentence and the link, and spends nothing on it', async () => {
  const { desk, number } = await unsummoned()
  const refused = await desk.refused(cast.delft, (act) => reply(act, { conversation: number, text: 'Dank je!' }))
  expect(refused.code).toBe('unanswerable')
  expect(refusalText('nl', refused)).toMatch(/^Antwoorden mag hier niet van X: .*https:\/\/sandbox\.example\/m1$/)
  const source = { platform: 'desk', message: 'd1' }
  const typed = { conversation: number, text: 'Dank je!', media: [], source }
  expect((await desk.refused(cast.delft, (act) => ask(act, typed))).code).toBe('unanswerable')
  expect(await desk.store.db.selectFrom('delivery').select('id').where('target', '=', 'network').execute()).toEqual([])
  const form = await desk.act(cast.delft, (act) => openReplyForm(act, { conversation: number }, {}, ''))
  expect(form.context).toContain('antwoorden mag hier niet van X')
})

it('takes an answer again once the same person does mention us', async () => {
  const { desk, number, card } = await unsummoned()
  await desk.reader.writes('@schatkamer kennen jullie dit?', { thread: 'm1' })
  const { facts, buttons } = await card()
  expect(facts?.some((it) => it.value.startsWith('antwoorden mag'))).toBe(false)
  expect(buttons?.map((it) => it.action)).toContain('reply')
  const revised = await desk.store.db
    .selectFrom('delivery')
    .select('id')
    .where('subject', '=', 'card')
    .where('verb', '=', 'revise')
    .execute()
  expect(revised).toHaveLength(1)
  await desk.act(cast.delft, (act) => reply(act, { conversation: number, text: 'Zeker!' }))
})

it('shows how to answer by hand where the network itself says so, and the reader waits again', async () => {
  const desk = openDesk()
  const number = await desk.reader.writes('Mooi boek')
  const { draft } = await desk.act(cast.delft, (act) => reply(act, { conversation: number, text: 'Dank je!' }))
  await desk.act(cast.delft, (act) => close(act, { conversations: [number], reason: 'answered' }))
  const x = {
    name: 'x' as const,
    account: 'schatkamer',
    live: true,
    limits: networks.get('x')!.limits,
    publish: async () => ({ status: 'rejected' as const, reason: REASON }),
    sources: () => [],
  }
  const work = await worker(desk, { networks, platforms: ['desk'] }, [x])
  const state = async () =>
    (await desk.store.db.selectFrom('draft').select('state').where('id', '=', draft).executeTakeFirst())?.state
  await work.until(async () => (await state()) === 'refused')
  expect((await desk.act(null, (act) => draftContent(act, draft))).link).toEqual({
    label: 'Antwoord met de hand op X',
    url: 'https://sandbox.example/m1',
  })
  const conversation = await desk.store.db.selectFrom('conversation').selectAll().executeTakeFirstOrThrow()
  expect(conversation.state).toBe('open')
  expect(conversation.waiting_since).not.toBeNull()
  const card = await desk.act(null, (act) => cardContent(act, number))
  expect(card.buttons?.map((it) => it.action)).not.toContain('reply')
})

it('sends no automatic answer at night to what may not be answered', async () => {
  const desk = openDesk()
  desk.clock.advance(14 * HOUR)
  const drafts = () => desk.store.db.selectFrom('draft').select('kind').execute()
  const account = networks.get('x')!.account
  const change = {
    kind: 'created' as const,
    account,
    id: 'm9',
    threadKey: 'm9',
    root: null,
    inReplyTo: null,
    answers: null,
    what: 'mention' as const,
    author: { id: 'id-of-lezer', handle: 'lezer', name: 'lezer' },
    text: 'Mooi boek #boektip',
    attachments: [],
    url: null,
    at: desk.clock.now(),
    revision: 0,
    unanswerable: REASON,
  }
  await desk.act(null, (act) => receive(act, { network: 'x', account, source: 'test', changes: [change], cursor: '1' }))
  expect(await drafts()).toEqual([])
  await desk.reader.writes('@schatkamer zijn jullie er nog?')
  expect(await drafts()).toEqual([{ kind: 'auto' }])
})
