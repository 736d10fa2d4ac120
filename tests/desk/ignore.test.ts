import { describe, expect, it } from 'vitest'
import { ignore, unignore } from '../../src/desk/ignore.ts'
import { inbox } from '../../src/desk/inbox.ts'
import { cast } from '../support/cast.ts'
import { openDesk } from '../support/desk.ts'

describe('ignoring', () => {
  it('closes what is open with that person and lets nothing new in', async () => {
    const desk = openDesk()
    const number = await desk.reader.writes('Koop nu!', { as: 'Reclame' })
    const outcome = await desk.act(cast.delft, (act) => ignore(act, { handle: 'reclame' }))
    expect(outcome.closed).toEqual([number])
    expect(await desk.reader.writes('Nog één keer!', { as: 'Reclame' })).toBe(0)
    expect((await desk.act(cast.delft, (act) => inbox(act, 'all'))).total).toBe(0)
  })

  it('can be undone', async () => {
    const desk = openDesk()
    await desk.reader.writes('Koop nu!', { as: 'reclame' })
    await desk.act(cast.delft, (act) => ignore(act, { conversation: 1 }))
    await desk.act(cast.delft, (act) => unignore(act, { handle: 'reclame' }))
    expect(await desk.reader.writes('Sorry, echte vraag', { as: 'reclame' })).toBeGreaterThan(0)
    expect((await desk.refused(cast.delft, (act) => unignore(act, { handle: 'reclame' }))).code).toBe('not-ignored')
  })

  it('asks which one where two networks know the name', async () => {
    const desk = openDesk()
    await desk.reader.writes('Hallo', { as: 'jan', network: 'x' })
    await desk.reader.writes('Hallo', { as: 'jan', network: 'facebook' })
    expect((await desk.refused(cast.delft, (act) => ignore(act, { handle: 'jan' }))).code).toBe('several-persons')
    const { person } = await desk.act(cast.delft, (act) => ignore(act, { handle: 'jan', network: 'facebook' }))
    expect(person.network).toBe('facebook')
  })

  it('refuses a name that never wrote to us', async () => {
    const desk = openDesk()
    expect((await desk.refused(cast.delft, (act) => ignore(act, { handle: 'niemand' }))).code).toBe('no-person')
  })
})
