import { describe, expect, it } from 'vitest'
import { assign } from '../../src/desk/assign.ts'
import { claim } from '../../src/desk/claim.ts'
import { close } from '../../src/desk/close.ts'
import { release } from '../../src/desk/release.ts'
import { returnClaims } from '../../src/desk/return-claims.ts'
import { HOUR, MINUTE } from '../../src/model/clock.ts'
import { conversationByNumber } from '../../src/store/conversations.ts'
import { cast } from '../support/cast.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'
import { calledIn, noticesIn } from '../support/thread.ts'

const holder = (desk: TestDesk, number: number) =>
  desk.act(null, async (act) => (await conversationByNumber(act.tx, number)).claimed_by)

describe('claiming', () => {
  it('gives a conversation to whoever takes it, for the length of the lease', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    const { until } = await desk.act(cast.delft, (act) => claim(act, number))
    expect(until - desk.clock.now()).toBe(30 * MINUTE)
    expect(await holder(desk, number)).toBe('curator-delft')
  })

  it('tells a second person who has it and for how long', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await desk.act(cast.delft, (act) => claim(act, number))
    desk.clock.advance(10 * MINUTE)
    const refusal = await desk.refused(cast.deventer, (act) => claim(act, number))
    expect(refusal).toMatchObject({ code: 'claimed-by', facts: { who: 'Curator Delft', minutes: 20 } })
    expect(await holder(desk, number)).toBe('curator-delft')
  })

  it('lets exactly one of two win who claim at the same moment', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    const both = await Promise.allSettled(
      [cast.delft, cast.deventer].map((by) => desk.act(by, (act) => claim(act, number))),
    )
    expect(both.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('starts the lease anew for its holder', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await desk.act(cast.delft, (act) => claim(act, number))
    desk.clock.advance(29 * MINUTE)
    await desk.act(cast.delft, (act) => claim(act, number))
    desk.clock.advance(29 * MINUTE)
    expect(await desk.act(null, returnClaims)).toBe(0)
  })

  it('is refused on a closed conversation', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Dank!')
    await desk.act(cast.delft, (act) => close(act, { conversations: [number], reason: 'no-answer-needed' }))
    expect((await desk.refused(cast.delft, (act) => claim(act, number))).code).toBe('conversation-closed')
  })
})

describe('a lease', () => {
  it('returns by itself, and calls its holder and the host on the air where somebody still waits', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await desk.act(cast.delft, (act) => claim(act, number))
    desk.clock.advance(30 * MINUTE - 1)
    expect(await desk.act(null, returnClaims)).toBe(0)
    desk.clock.advance(1)
    expect(await desk.act(null, returnClaims)).toBe(1)
    expect(await holder(desk, number)).toBeNull()
    expect(await noticesIn(desk, number)).toContain(
      'De tijd van Curator Delft is om en er wacht nog iemand. Wie neemt het over?',
    )
    expect(await calledIn(desk, number)).toEqual(['curator-delft', 'curator-deventer'])
    expect(await desk.act(null, returnClaims)).toBe(0)
  })

  it('does not become longer when the wall clock is set back', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await desk.act(cast.delft, (act) => claim(act, number))
    desk.clock.step(-5 * HOUR)
    await desk.act(null, returnClaims)
    desk.clock.advance(30 * MINUTE)
    expect(await desk.act(null, returnClaims)).toBe(1)
  })

  it('that is over but not swept yet keeps nobody out', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await desk.act(cast.delft, (act) => claim(act, number))
    desk.clock.advance(31 * MINUTE)
    await desk.act(cast.deventer, (act) => claim(act, number))
    expect(await holder(desk, number)).toBe('curator-deventer')
  })
})

describe('releasing', () => {
  it('frees what one holds oneself', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await desk.act(cast.delft, (act) => claim(act, number))
    await desk.act(cast.delft, (act) => release(act, number))
    expect(await holder(desk, number)).toBeNull()
    expect((await desk.refused(cast.delft, (act) => release(act, number))).code).toBe('not-claimed')
  })

  it("is not for a colleague's, except for a coordinator, who tells the holder", async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await desk.act(cast.delft, (act) => claim(act, number))
    const refusal = await desk.refused(cast.deventer, (act) => release(act, number))
    expect(refusal).toMatchObject({ code: 'not-your-claim', facts: { who: 'Curator Delft' } })
    await desk.act(cast.coordinator, (act) => release(act, number))
    expect(await holder(desk, number)).toBeNull()
    expect(await calledIn(desk, number)).toEqual(['curator-delft'])
  })
})

describe('assigning', () => {
  it('gives it to a colleague, with a lease, and calls that colleague', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await desk.act(cast.deventer, (act) => assign(act, { conversation: number, member: '@curator-delft' }))
    expect(await holder(desk, number)).toBe('curator-delft')
    expect(await calledIn(desk, number)).toEqual(['curator-delft'])
    desk.clock.advance(30 * MINUTE)
    expect(await desk.act(null, returnClaims)).toBe(1)
  })

  it('refuses who may not answer, and names the nearest for a slip of the pen', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    const toExpert = await desk.refused(cast.delft, (act) =>
      assign(act, { conversation: number, member: '@expert-muziek' }),
    )
    expect(toExpert).toMatchObject({ code: 'cannot-answer', facts: { who: 'Expert Muziek' } })
    const slip = await desk.refused(cast.delft, (act) => assign(act, { conversation: number, member: '@curator-delf' }))
    expect(slip).toMatchObject({ code: 'no-member', facts: { nearest: 'curator-delft' } })
  })

  it('does not take a conversation from whoever holds it, unless a coordinator does', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Waar vind ik dit boek?')
    await desk.act(cast.delft, (act) => claim(act, number))
    const give = { conversation: number, member: 'curator-deventer' }
    expect((await desk.refused(cast.deventer, (act) => assign(act, give))).code).toBe('claimed-by')
    await desk.act(cast.coordinator, (act) => assign(act, give))
    expect(await holder(desk, number)).toBe('curator-deventer')
  })
})
