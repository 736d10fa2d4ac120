import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/model/clock.ts'
import { noticeText } from '../../src/wording/notices.ts'
import { type Newsroom, openNewsroom } from '../support/newsroom.ts'

async function alarms(room: Newsroom) {
  const rows = await room.store.db.selectFrom('delivery').select(['body', 'to']).orderBy('id').execute()
  return rows.map((row) => {
    const { notice, facts, channel } = JSON.parse(row.body)
    return { to: row.to, channel, text: noticeText('nl', notice, facts) }
  })
}
const scope = { code: 'slack-scope', facts: { scope: 'chat:write' } }

describe('something about a platform that a person has to mend', () => {
  it('is told once in the channel for alarms, with what to do about it, however often it is seen', async () => {
    const room = openNewsroom()
    await room.intake.trouble('slack', scope)
    await room.intake.trouble('slack', { ...scope })
    const told = await alarms(room)
    expect(told).toMatchObject([{ to: 'slack', channel: 'regie' }])
    expect(told[0]?.text).toContain('chat:write ontbreekt. Draai npm run slack:manifest')
    expect(told[0]?.text).toContain('(sinds 09:00)')
    expect(room.logged.filter((it) => it.level === 50).map((it) => it.msg)).toEqual([
      expect.stringContaining('npm run slack:manifest'),
    ])
  })

  it('is told apart from the same about something else', async () => {
    const room = openNewsroom()
    await room.intake.trouble('slack', scope)
    await room.intake.trouble('slack', { code: 'slack-scope', facts: { scope: 'users:read' } })
    expect(await alarms(room)).toHaveLength(2)
  })

  it('is over once, with the time that it lasted, and may begin anew', async () => {
    const room = openNewsroom()
    await room.intake.trouble('slack', scope, true)
    expect(await alarms(room)).toEqual([])
    await room.intake.trouble('slack', scope)
    room.clock.advance(12 * MINUTE)
    await Promise.all([room.intake.trouble('slack', scope, true), room.intake.trouble('slack', scope, true)])
    const told = await alarms(room)
    expect(told).toHaveLength(2)
    expect(told[1]?.text).toMatch(/^Weer in orde: het duurde van 09:00 tot 09:12\. Het was: /)
    await room.intake.trouble('slack', scope)
    expect(await alarms(room)).toHaveLength(3)
  })

  it('leaves the station standing when its alarm cannot be written', async () => {
    const room = openNewsroom()
    await room.store.db.schema.dropTable('delivery').execute()
    await room.intake.trouble('slack', scope)
    expect(room.logged.at(-1)?.msg).toBe('an alarm about a platform could not be raised')
  })
})
