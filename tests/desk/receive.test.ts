import { describe, expect, it } from 'vitest'
import { ask } from '../../src/desk/ask.ts'
import { cardContent } from '../../src/desk/card.ts'
import { receive } from '../../src/desk/receive.ts'
import { reply } from '../../src/desk/reply.ts'
import type { Change } from '../../src/model/change.ts'
import { MINUTE } from '../../src/model/clock.ts'
import { said } from '../inbound/playground.ts'
import { cast } from '../support/cast.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'

const takes = (desk: TestDesk, ...changes: Change[]) =>
  desk.act(null, (act) => receive(act, { network: 'x', account: 'schatkamer', source: 'test', changes, cursor: null }))
const message = (desk: TestDesk) =>
  desk.store.db
    .selectFrom('message')
    .select(['text', 'sight', 'unanswerable', 'revision'])
    .where('external_id', '=', '1')
    .executeTakeFirstOrThrow()
/** What is revised in the chat; asking empties the outbox, as if all of it had left. */
async function revised(desk: TestDesk): Promise<string[]> {
  const rows = await desk.store.db.selectFrom('delivery').select('subject').where('verb', '=', 'revise').execute()
  await desk.store.db.deleteFrom('delivery').where('verb', '=', 'revise').execute()
  return rows.map(({ subject }) => subject)
}

describe('how a message of the public stands', () => {
  it('is kept when it comes in, and changes with the same text: the card says so, and nobody is stopped', async () => {
    const desk = openDesk()
    await takes(desk, said('1', { sight: 'held', unanswerable: 'not-summoned' }))
    expect(await message(desk)).toMatchObject({ sight: 'held', unanswerable: 'not-summoned' })
    await takes(desk, said('1', { sight: 'held', unanswerable: 'not-summoned' }))
    expect(await revised(desk)).toEqual([])
    await takes(desk, said('1', { kind: 'edited', sight: 'hidden' }))
    expect(await message(desk)).toMatchObject({ sight: 'hidden', unanswerable: null, revision: 0 })
    expect(await revised(desk)).toEqual(['card'])
  })

  it('shows on the line of a later message too', async () => {
    const desk = openDesk()
    await takes(desk, said('0', { threadKey: 't' }), said('1', { threadKey: 't' }))
    await revised(desk)
    await takes(desk, said('1', { threadKey: 't', sight: 'rejected' }))
    expect((await revised(desk)).sort()).toEqual(['card', 'message'])
  })

  it('is not taken over from an older revision', async () => {
    const desk = openDesk()
    await takes(desk, said('1', { revision: 2, sight: 'hidden' }), said('1', { revision: 1, text: 'ouder' }))
    expect(await message(desk)).toMatchObject({ sight: 'hidden', revision: 2, text: 'bericht 1' })
  })

  it('goes with a newer text, where the network does not count its revisions too', async () => {
    const desk = openDesk()
    await takes(desk, said('1', { revision: null }))
    await takes(desk, said('1', { kind: 'edited', revision: null, text: 'nieuw', sight: 'hidden' }))
    expect(await message(desk)).toEqual({ text: 'nieuw', sight: 'hidden', unanswerable: null, revision: 1 })
    await takes(desk, said('1', { kind: 'edited', revision: null, text: 'nieuw', sight: null }))
    expect(await message(desk)).toEqual({ text: 'nieuw', sight: null, unanswerable: null, revision: 1 })
  })
})

describe('a message that its author takes away', () => {
  async function answered(state: 'asked' | 'held' | 'review') {
    const desk = openDesk()
    await takes(desk, said('1'))
    const input = { conversation: 1, text: 'Ja, twee keer.' }
    if (state === 'asked')
      await desk.act(cast.deventer, (act) =>
        ask(act, { ...input, media: [], source: { platform: 'desk', message: 'm1' } }),
      )
    else await desk.act(cast.deventer, (act) => reply(act, input))
    if (state === 'review') await desk.store.db.updateTable('draft').set({ state }).execute()
    await takes(desk, { kind: 'deleted', account: 'schatkamer', id: '1', at: desk.clock.now() })
    const draft = await desk.store.db.selectFrom('draft').select(['state', 'reason']).executeTakeFirstOrThrow()
    const out = await desk.store.db.selectFrom('delivery').select('state').where('verb', '=', 'publish').execute()
    const notices = await desk.store.db.selectFrom('delivery').select('body').where('subject', '=', 'notice').execute()
    return { draft, out: out.map((it) => it.state), notices: notices.map(({ body }) => JSON.parse(body).notice) }
  }

  it.each(['held', 'review'] as const)('stops the answer that is %s, and says so', async (state) => {
    const { draft, out, notices } = await answered(state)
    expect(draft).toEqual({ state: 'stale', reason: 'deleted' })
    expect(out).toEqual(['cancelled'])
    expect(notices).toContain('stopped-deleted')
  })

  it('is waited for no more, and its conversation waits for what is left', async () => {
    const desk = openDesk()
    const gone = (id: string) => takes(desk, { kind: 'deleted', account: 'schatkamer', id, at: desk.clock.now() })
    const waits = async () =>
      (await desk.store.db.selectFrom('conversation').select('waiting_since').executeTakeFirstOrThrow()).waiting_since
    const card = () => desk.act(null, (act) => cardContent(act, 1))
    await takes(desk, said('1'))
    desk.clock.advance(MINUTE)
    await takes(desk, said('2', { inReplyTo: '1', threadKey: '1' }))
    const second = desk.clock.now()
    await gone('1')
    expect(await waits()).toBe(second)
    expect((await card()).state?.label).toBe('wacht op antwoord')
    await gone('2')
    expect(await waits()).toBeNull()
    expect((await card()).state).toEqual({ label: 'weggehaald door de lezer', tone: 'quiet' })
    expect((await card()).buttons?.map(({ action }) => action)).toEqual(['claim', 'close'])
  })

  it('warns whoever was asked whether the answer may go', async () => {
    const { draft, notices } = await answered('asked')
    expect(draft.state).toBe('asked')
    expect(notices).toContain('asked-deleted')
  })
})
