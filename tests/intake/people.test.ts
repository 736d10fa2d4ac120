import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { publicText } from '../../src/desk/public-text.ts'
import { cast } from '../support/cast.ts'
import { anna, ben, openNewsroom, person } from '../support/newsroom.ts'

const drafts = (room: ReturnType<typeof openNewsroom>) =>
  room.store.db.selectFrom('draft').select(['by', 'state', 'text']).orderBy('id').execute()

const claimedBy = async (room: ReturnType<typeof openNewsroom>) =>
  (await room.store.db.selectFrom('conversation').select('claimed_by').executeTakeFirstOrThrow()).claimed_by

describe('somebody whom only the platform knows', () => {
  it('claims under the name and the initials of the platform', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?')
    await room.does({ kind: 'action', by: anna.id, thread: null, action: 'claim', value: String(number), form: {} })
    const refused = await room.does({ kind: 'command', by: ben.id, text: `/claim ${number}` })
    expect(refused[0]).toMatchObject({ about: { code: 'claimed-by' } })
    expect(refused[0]?.text).toContain('Anna Alders')
    expect(await room.act(null, async (act) => publicText(act, anna.id, 'Bij de romans.'))).toBe('Bij de romans. ^AA')
  })

  it('keeps the name under which things were done when the process has started again, but no roles', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?')
    await room.does({ kind: 'command', by: anna.id, text: `/claim ${number}` })
    const again = await room.restarts()
    expect(again.roster.station.members.find((it) => it.id === anna.id)).toMatchObject({
      name: 'Anna Alders',
      initials: 'AA',
      roles: [],
    })
  })

  it('is renamed everywhere when the platform has another name', async () => {
    const room = openNewsroom()
    await room.does({ kind: 'command', by: anna.id, text: '/inbox' })
    room.people.set(anna.id, { ...anna, name: 'Anna Bakker', initials: 'AB' })
    await room.does({ kind: 'command', by: anna.id, text: '/inbox' })
    const again = await room.restarts()
    expect(again.roster.station.members.filter((it) => it.id === anna.id).map((it) => it.name)).toEqual(['Anna Bakker'])
  })

  it('gets private answers in the own language', async () => {
    const room = openNewsroom()
    expect((await room.does({ kind: 'command', by: anna.id, text: '/inbox' }))[0]?.text).toBe('Er wacht niemand. Mooi.')
    expect((await room.does({ kind: 'command', by: ben.id, text: '/inbox' }))[0]?.text).toBe('Nobody waits. Lovely.')
  })

  it.each(['@u0ben22', '@U0BEN22', '<@U0BEN22|ben>', '<@U0BEN22>', '@Ben Bos'])(
    'is given a conversation as %s, though never seen before where the platform writes it so',
    async (called) => {
      const room = openNewsroom()
      const number = await room.reader.writes('Waar vind ik dit boek?')
      if (called === '@Ben Bos' || called === '@u0ben22')
        await room.does({ kind: 'command', by: ben.id, text: '/inbox' })
      const [said] = await room.does({ kind: 'command', by: anna.id, text: `/assign ${number} ${called}` })
      expect(said?.text).toBe(`#${number} is nu bij Ben Bos.`)
      const again = await room.restarts()
      expect(again.roster.station.members.find((it) => it.id === ben.id)?.name).toBe('Ben Bos')
    },
  )

  it('is given a conversation by name after the process has started again, though roles are not kept', async () => {
    const before = openNewsroom()
    await before.does({ kind: 'command', by: ben.id, text: '/inbox' })
    const number = await before.reader.writes('Waar vind ik dit boek?')
    const room = await before.restarts()
    const [said] = await room.does({ kind: 'command', id: 'later', by: anna.id, text: `/assign ${number} @ben bos` })
    expect(said?.text).toBe(`#${number} is nu bij Ben Bos.`)
  })

  it.each(['<@U0BEN22|ben>', '@U0BEN22'])('is called by %s in a note, in which the name stands', async (written) => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?')
    await room.does({ kind: 'command', by: anna.id, text: `/note ${number} ${written} kijk jij?` })
    const { body } = await room.store.db
      .selectFrom('delivery')
      .select('body')
      .where('subject', '=', 'notice')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(body)).toMatchObject({ facts: { text: '@Ben Bos kijk jij?' }, mentions: [ben.id] })
  })

  it.each(['<@U0BEN22|ben>', '@U0BEN22', '@U0STRANGER1'])(
    'is never named in public by a command: %s',
    async (written) => {
      const room = openNewsroom()
      const number = await room.reader.writes('Waar vind ik dit boek?')
      const [said] = await room.does({ kind: 'command', by: anna.id, text: `/reply ${number} ${written} weet dit` })
      expect(said?.about?.code).toBe('colleague-in-reply')
      expect(await drafts(room)).toEqual([])
    },
  )
})

describe('a reader', () => {
  it.each(['@LEZER2027', '@UNIE', '@u0lezer1', 'mail@U0BEN22'])('is not taken for a colleague: %s', async (handle) => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?')
    await room.does({ kind: 'command', by: anna.id, text: `/reply ${number} ${handle} het staat bij de romans` })
    expect(await drafts(room)).toMatchObject([{ state: 'held' }])
  })
})

describe('what somebody may do', () => {
  const typed = { kind: 'message', message: 'm1', text: 'Bij de romans.' } as const

  it('is asked anew for whatever acts, and not for what is only typed', async () => {
    const room = openNewsroom()
    const thread = await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    await room.does({ ...typed, by: anna.id, thread })
    await room.does({ kind: 'edited', by: anna.id, thread, message: 'm1', text: 'Bij de strips.' })
    await room.does({ ...typed, by: anna.id, thread, message: 'm2', text: '@schatkamer claim' })
    await room.does({ kind: 'action', by: anna.id, thread, action: 'release', value: '1', form: {} })
    await room.does({ kind: 'command', by: anna.id, text: '/inbox' })
    expect(room.asked.map((it) => it.fresh)).toEqual([false, false, true, true, true])
  })

  it('is over one second after the group was left: Send is refused, told privately and logged, and nothing goes out', async () => {
    const room = openNewsroom()
    const thread = await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    const [question] = await room.does({ ...typed, by: anna.id, thread })
    const send = question?.buttons?.find((it) => it.action === 'send')
    room.people.delete(anna.id)
    room.clock.advance(1_000)
    const told = await room.does({
      kind: 'action',
      id: 'press',
      by: anna.id,
      thread,
      action: 'send',
      value: send?.value ?? '',
      form: {},
    })
    expect(told).toMatchObject([{ kind: 'private', about: { code: 'unknown-member' } }])
    expect(await drafts(room)).toMatchObject([{ by: anna.id, state: 'asked' }])
    expect(room.logged.filter((it) => it.level === 40)).toMatchObject([
      { by: anna.id, event: 'press', code: 'unknown-member' },
    ])
  })

  it('is refused for one whose groups carry another role, by the right of the command', async () => {
    const room = openNewsroom()
    room.people.set('U0RESEA', person('U0RESEA', 'Rik Ras', ['researcher']))
    const number = await room.reader.writes('Waar vind ik dit boek?')
    const [told] = await room.does({ kind: 'command', by: 'U0RESEA', text: `/claim ${number}` })
    expect(told?.about?.code).toBe('no-right')
    expect(room.logged.some((it) => it.level === 40 && it.code === 'no-right')).toBe(true)
  })

  it('is refused while the platform does not say, and what was typed stays where it was typed', async () => {
    const room = openNewsroom()
    const thread = await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    room.silent = true
    const told = await room.does({ ...typed, by: anna.id, thread })
    expect(told[0]).toMatchObject({ kind: 'private', about: { code: 'roles-unknown' } })
    expect(told[0]?.text).toContain('Slack')
    expect(await drafts(room)).toEqual([])
    expect(room.logged.some((it) => it.level === 40 && it.code === 'roles-unknown')).toBe(true)
  })

  it('is asked once more after a start, for an act of before, while the platform is not there yet', async () => {
    const before = openNewsroom()
    const number = await before.reader.writes('Waar vind ik dit boek?')
    const event = { id: 'old', at: 0, by: anna.id, channel: '', kind: 'command', text: `/claim ${number}` } as const
    await before.intake.store('slack', [event])
    const room = await before.restarts()
    room.silent = true
    expect(await room.intake.recover()).toBe(1)
    room.silent = false
    room.clock.advance(10_000)
    for (let turn = 0; turn < 1_000 && (await claimedBy(room)) === null; turn++) await setImmediate()
    expect(await claimedBy(room)).toBe(anna.id)
  })

  it('needs no right where somebody takes the own words out of the hold', async () => {
    const room = openNewsroom()
    const thread = await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    const [question] = await room.does({ ...typed, by: anna.id, thread })
    const value = question?.buttons?.[0]?.value ?? ''
    await room.does({ kind: 'action', by: anna.id, thread, action: 'send', value, form: {} })
    room.people.delete(anna.id)
    await room.does({ kind: 'deleted', by: anna.id, thread, message: 'm1' })
    expect(await drafts(room)).toMatchObject([{ state: 'undone' }])
  })

  it('comes from the files where the platform does not know its people', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?')
    const event = {
      id: 'd1',
      at: 0,
      by: cast.delft.id,
      channel: '',
      kind: 'command',
      text: `/claim ${number}`,
    } as const
    expect((await room.intake.handle('desk', event))[0]?.text).toContain(`#${number} is van jou`)
  })
})
