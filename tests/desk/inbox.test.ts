import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { claim } from '../../src/desk/claim.ts'
import { close } from '../../src/desk/close.ts'
import { inbox } from '../../src/desk/inbox.ts'
import { move } from '../../src/desk/move.ts'
import { MINUTE } from '../../src/model/clock.ts'
import { waitingConversations } from '../../src/store/waiting.ts'
import { cast } from '../support/cast.ts'
import { openDesk } from '../support/desk.ts'

describe('the inbox', () => {
  it('shows who waits, longest first, and leaves out what is closed', async () => {
    const desk = openDesk()
    const first = await desk.reader.writes('Een')
    desk.clock.advance(MINUTE)
    const second = await desk.reader.writes('Twee', { kind: 'direct' })
    const third = await desk.reader.writes('Drie')
    await desk.act(cast.delft, (act) => close(act, { conversations: [third], reason: 'spam' }))
    const { waiting, total } = await desk.act(cast.delft, (act) => inbox(act, 'all'))
    expect(waiting.map((it) => [it.number, it.kind])).toEqual([
      [first, 'public'],
      [second, 'direct'],
    ])
    expect(total).toBe(2)
  })

  it('shows at most twenty and counts all', async () => {
    const desk = openDesk()
    for (let i = 0; i < 23; i++) await desk.reader.writes(`Vraag ${i}`)
    const { waiting, total } = await desk.act(cast.delft, (act) => inbox(act, 'all'))
    expect([waiting.length, total]).toEqual([20, 23])
  })

  it('tells mine from what nobody holds; a lease that is over counts as nobody', async () => {
    const desk = openDesk()
    const mine = await desk.reader.writes('Een')
    const free = await desk.reader.writes('Twee')
    await desk.act(cast.delft, (act) => claim(act, mine))
    const numbers = async (which: 'mine' | 'unclaimed') =>
      (await desk.act(cast.delft, (act) => inbox(act, which))).waiting.map((it) => it.number)
    expect(await numbers('mine')).toEqual([mine])
    expect(await numbers('unclaimed')).toEqual([free])
    desk.clock.advance(31 * MINUTE)
    expect(await numbers('mine')).toEqual([])
    expect(await numbers('unclaimed')).toEqual([mine, free])
  })

  it('shows one programme', async () => {
    const desk = openDesk()
    await desk.reader.writes('Een')
    const moved = await desk.reader.writes('Twee')
    await desk.act(cast.delft, (act) => move(act, { conversation: moved, programme: 'boek-kwijt' }))
    const { waiting } = await desk.act(cast.delft, (act) => inbox(act, { programme: 'boek-kwijt' }))
    expect(waiting.map((it) => it.number)).toEqual([moved])
  })

  it('reads from the index of what waits, never all conversations', async () => {
    const desk = openDesk()
    const plan = await desk.act(null, (act) =>
      waitingConversations(act.tx)
        .select(['c.id', 'c.person'])
        .orderBy('c.waiting_since')
        .limit(20)
        .explain<{ detail: string }>(undefined, sql`query plan`),
    )
    expect(plan.map((row) => row.detail)).toEqual([expect.stringContaining('USING INDEX conversation_waiting')])
  })
})
