import { describe, expect, it } from 'vitest'
import { ask } from '../../src/desk/ask.ts'
import { claim } from '../../src/desk/claim.ts'
import { close } from '../../src/desk/close.ts'
import { inbox } from '../../src/desk/inbox.ts'
import { reopen } from '../../src/desk/reopen.ts'
import { reply } from '../../src/desk/reply.ts'
import { DAY, MINUTE } from '../../src/model/clock.ts'
import { conversationByNumber } from '../../src/store/conversations.ts'
import { cast } from '../support/cast.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'
import { cardRevisions, noticesIn } from '../support/thread.ts'

const load = (desk: TestDesk, number: number) => desk.act(null, (act) => conversationByNumber(act.tx, number))

describe('closing', () => {
  it('ends the waiting and the claim, and says in the thread who closed it and why', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Dank jullie wel!')
    await desk.act(cast.delft, (act) => claim(act, number))
    await desk.act(cast.delft, (act) => close(act, { conversations: [number], reason: 'no-answer-needed' }))
    expect(await load(desk, number)).toMatchObject({
      state: 'closed',
      close_reason: 'no-answer-needed',
      waiting_since: null,
      claimed_by: null,
      closed_at: desk.clock.now(),
    })
    expect(await noticesIn(desk, number)).toContain('Curator Delft sloot dit gesprek: geen antwoord nodig.')
    expect(await cardRevisions(desk, number)).toBe(1)
  })

  it('takes several at once, and leaves alone what is closed already', async () => {
    const desk = openDesk()
    const first = await desk.reader.writes('Een')
    const second = await desk.reader.writes('Twee')
    await desk.act(cast.delft, (act) => close(act, { conversations: [first], reason: 'spam' }))
    const outcome = await desk.act(cast.delft, (act) =>
      close(act, { conversations: [first, second, second], reason: 'answered' }),
    )
    expect(outcome).toEqual({ closed: [second], already: [first] })
    expect((await load(desk, first)).close_reason).toBe('spam')
  })

  it('closes none of several when one of them does not exist', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Een')
    const refusal = await desk.refused(cast.delft, (act) =>
      close(act, { conversations: [number, 999], reason: 'spam' }),
    )
    expect(refusal).toMatchObject({ code: 'no-conversation', facts: { number: 999 } })
    expect((await load(desk, number)).state).toBe('open')
  })

  it('asks why when we could not help, and keeps the answer', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Hebben jullie bladmuziek voor draailier?')
    const input = { conversations: [number], reason: 'could-not-help' as const }
    expect((await desk.refused(cast.delft, (act) => close(act, { ...input, because: '  ' }))).code).toBe(
      'because-needed',
    )
    await desk.act(cast.delft, (act) => close(act, { ...input, because: 'nergens te leen' }))
    expect((await load(desk, number)).close_note).toBe('nergens te leen')
  })

  it('keeps inside what was only being asked, and lets a held reply go out', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    const source = { platform: 'desk', message: 'm1' }
    await desk.act(cast.delft, (act) => ask(act, { conversation: number, text: 'Bij de romans?', media: [], source }))
    const { draft } = await desk.act(cast.delft, (act) => reply(act, { conversation: number, text: 'Bij de romans.' }))
    await desk.act(cast.delft, (act) => close(act, { conversations: [number], reason: 'answered' }))
    const drafts = await desk.store.db.selectFrom('draft').select(['id', 'state']).orderBy('id').execute()
    expect(drafts.map((it) => it.state)).toEqual(['kept', 'held'])
    const delivery = await desk.store.db
      .selectFrom('delivery')
      .select('state')
      .where('verb', '=', 'publish')
      .where('subject_id', '=', draft)
      .executeTakeFirstOrThrow()
    expect(delivery.state).toBe('queued')
  })
})

describe('reopening', () => {
  it('lets the reader wait since the moment of writing, not since now', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    const wroteAt = desk.clock.now()
    desk.clock.advance(20 * MINUTE)
    await desk.act(cast.delft, (act) => close(act, { conversations: [number], reason: 'spam' }))
    await desk.act(cast.delft, (act) => reopen(act, number))
    expect(await load(desk, number)).toMatchObject({ state: 'open', close_reason: null, waiting_since: wroteAt })
    expect((await desk.act(cast.delft, (act) => inbox(act, 'all'))).total).toBe(1)
    expect((await desk.refused(cast.delft, (act) => reopen(act, number))).code).toBe('not-closed')
  })

  it('is refused once the branch goes on under a new number, and names it', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?', { thread: 'branch' })
    await desk.act(cast.delft, (act) => close(act, { conversations: [number], reason: 'answered' }))
    desk.clock.advance(31 * DAY)
    const next = await desk.reader.writes('Nog een vraag', { thread: 'branch' })
    const refusal = await desk.refused(cast.delft, (act) => reopen(act, number))
    expect(refusal).toMatchObject({ code: 'succeeded', facts: { number, next } })
  })
})
