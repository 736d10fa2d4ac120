import { describe, expect, it } from 'vitest'
import { pause, resume } from '../../src/desk/pause.ts'
import { settleShown } from '../../src/desk/settle-chat.ts'
import type { ChatEvent } from '../../src/model/chat.ts'
import { HOUR } from '../../src/model/clock.ts'
import { anna, ben, CHANNEL, type Newsroom, openNewsroom } from '../support/newsroom.ts'

const conversation = (room: Newsroom) =>
  room.store.db.selectFrom('conversation').select(['claimed_by', 'state']).executeTakeFirstOrThrow()

describe('a command that is given by a reaction', () => {
  it('is about the conversation in whose thread the message stands: its root, ours, or what a colleague typed', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?')
    const thread = await room.opens(number)
    await room.does({ kind: 'command', by: anna.id, thread, text: 'claim' })
    expect(await conversation(room)).toEqual({ claimed_by: anna.id, state: 'open' })

    await room.does({
      kind: 'message',
      by: anna.id,
      thread,
      message: 'typed',
      text: 'Bij de romans.',
    })
    await room.does({ kind: 'command', by: anna.id, thread: 'typed', text: 'release' })
    expect(await conversation(room)).toEqual({ claimed_by: null, state: 'open' })

    const line = await room.store.db
      .selectFrom('delivery')
      .selectAll()
      .where('verb', '=', 'open')
      .executeTakeFirstOrThrow()
    await room.act(null, (act) =>
      settleShown(act, { ...line, verb: 'post', subject: 'message' }, { channel: CHANNEL, thread }, 'ours'),
    )
    await room.does({ kind: 'command', by: anna.id, thread: 'ours', text: 'close answered' })
    expect((await conversation(room)).state).toBe('closed')
  })

  it('does and says nothing under a message that is no conversation, and asks nobody who gave it', async () => {
    const room = openNewsroom()
    await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    expect(await room.does({ kind: 'command', by: anna.id, thread: 'lunch', text: 'claim' })).toEqual([])
    expect(await room.does({ kind: 'command', by: anna.id, thread: 't1', text: 'claim', channel: 'koffie' })).toEqual(
      [],
    )
    expect(await conversation(room)).toEqual({ claimed_by: null, state: 'open' })
    expect(room.asked).toEqual([])
    const open = await room.store.db.selectFrom('intake').select('id').where('handled_at', 'is', null).execute()
    expect(open).toEqual([])
  })

  it('by somebody who is not in the team is refused to that person alone, and the log says who', async () => {
    const room = openNewsroom()
    const thread = await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    const answer = await room.does({ kind: 'command', by: 'U0STRANGER', thread, text: 'close answered' })
    expect(answer).toMatchObject([{ kind: 'private', about: { code: 'unknown-member' } }])
    expect((await conversation(room)).state).toBe('open')
    expect(room.logged).toMatchObject([{ level: 40, by: 'U0STRANGER', code: 'unknown-member' }])
  })
})

describe('what is said to a colleague', () => {
  const said = { kind: 'message', message: 'm1', text: 'Ben, weet jij dit?' } as const

  it('stays inside when the platform knows that it names one, whatever its words', async () => {
    const room = openNewsroom()
    const thread = await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    expect(await room.does({ ...said, by: anna.id, thread, toColleague: true })).toEqual([])
    expect(await room.does({ ...said, by: anna.id, thread, message: 'm2' })).toMatchObject([{ buttons: [{}, {}] }])
  })

  it.each([
    ['<@U0NEVER> weet jij dit?', false],
    ['@Ben Bos weet jij dit?', false],
    ['@U0BEN22 weet jij dit?', false],
    ['@lezer, dit staat bij de romans.', true],
  ])('is seen in what is typed: %s', async (text, asked) => {
    const room = openNewsroom()
    await room.does({ kind: 'command', by: ben.id, text: '/inbox' })
    const thread = await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    expect((await room.does({ ...said, by: anna.id, thread, text })).length > 0).toBe(asked)
  })

  it('takes a reply out of the hold that was edited into it, and keeps it inside', async () => {
    const room = openNewsroom()
    const thread = await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    const [question] = await room.does({ ...said, by: anna.id, thread })
    const value = question?.buttons?.[0]?.value ?? ''
    await room.does({ kind: 'action', by: anna.id, thread, action: 'send', value, form: {} })
    const edited = { kind: 'edited', by: anna.id, thread, message: 'm1', text: 'Ben Bos, weet jij dit?' } as const
    expect(await room.does({ ...edited, toColleague: true })).toEqual([])
    const draft = await room.store.db.selectFrom('draft').select(['state', 'text']).executeTakeFirstOrThrow()
    expect(draft).toEqual({ state: 'kept', text: 'Ben, weet jij dit?' })
    const out = await room.store.db
      .selectFrom('delivery')
      .select('state')
      .where('target', '=', 'network')
      .executeTakeFirstOrThrow()
    expect(out.state).toBe('cancelled')
  })
})

describe('a reply that is typed to us in a thread', () => {
  async function held(text: string) {
    const room = openNewsroom()
    const thread = await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    await room.does({ kind: 'message', by: anna.id, thread, message: 'm1', text })
    const draft = () => room.store.db.selectFrom('draft').select(['state', 'text', 'media']).executeTakeFirstOrThrow()
    expect((await draft()).state).toBe('held')
    const edits = (to: string) => room.does({ kind: 'edited', by: anna.id, thread, message: 'm1', text: to })
    const out = () =>
      room.store.db.selectFrom('delivery').select('state').where('target', '=', 'network').executeTakeFirstOrThrow()
    return { room, thread, draft, edits, out }
  }

  it('is taken out of the hold and asked about anew when its line is changed', async () => {
    const { draft, edits, out } = await held('@schatkamer reply Bij de romans.')
    const [question] = await edits('@schatkamer reply Bij de poëzie.\nimage: https://example.nl/kast.png De kast')
    expect(question?.facts?.[0]?.value).toContain('Bij de poëzie.')
    const media = JSON.stringify([{ kind: 'image', url: 'https://example.nl/kast.png', alt: 'De kast' }])
    expect(await draft()).toEqual({ state: 'asked', text: 'Bij de poëzie.', media })
    expect((await out()).state).toBe('cancelled')
  })

  it.each(['@schatkamer note Bij de poëzie?', '@schatkamer reply 99 Bij de poëzie.', '@schatkamer reply'])(
    'stays inside when its line says nothing to this reader any more: %s',
    async (line) => {
      const { draft, edits, out } = await held('@schatkamer reply Bij de romans.')
      expect(await edits(line)).toEqual([])
      expect((await draft()).state).toBe('kept')
      expect((await out()).state).toBe('cancelled')
    },
  )

  it('is withdrawn when its line is deleted, and left alone when the line says the same', async () => {
    const { room, thread, draft, edits, out } = await held('@schatkamer reply Bij de romans.')
    expect(await edits('@schatkamer  reply  Bij de romans.')).toEqual([])
    expect((await draft()).state).toBe('held')
    await room.does({ kind: 'deleted', by: anna.id, thread, message: 'm1' })
    expect((await draft()).state).toBe('undone')
    expect((await out()).state).toBe('cancelled')
  })
})

describe('the words of a reply that is put before a person after a pause', () => {
  const typed = { kind: 'message', message: 'm1', text: 'Bij de romans.' } as const

  async function afterPause() {
    const room = openNewsroom()
    const thread = await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    const [question] = await room.does({ ...typed, by: anna.id, thread })
    const value = question?.buttons?.[0]?.value ?? ''
    await room.does({ kind: 'action', by: anna.id, thread, action: 'send', value, form: {} })
    await room.act(anna, pause)
    await room.act(anna, resume)
    const draft = () => room.store.db.selectFrom('draft').select(['state', 'text']).executeTakeFirstOrThrow()
    expect(await draft()).toEqual({ state: 'review', text: 'Bij de romans.' })
    return { room, thread, draft }
  }

  it('are asked about anew when their writer changes them', async () => {
    const { room, thread, draft } = await afterPause()
    const edited = { kind: 'edited', by: anna.id, thread, message: 'm1', text: 'Bij de poëzie.' } as const
    expect(JSON.stringify(await room.does(edited))).toContain('Bij de poëzie.')
    expect(await draft()).toEqual({ state: 'asked', text: 'Bij de poëzie.' })
  })

  it('stay inside when their writer deletes them, who may have left the team by then', async () => {
    const { room, thread, draft } = await afterPause()
    room.people.delete(anna.id)
    expect(await room.does({ kind: 'deleted', by: anna.id, thread, message: 'm1' })).toEqual([])
    expect((await draft()).state).toBe('kept')
  })
})

describe('a conversation of a digest', () => {
  it('opens for anybody of the team, and for nobody else', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?')
    const open = { kind: 'action', thread: null, action: 'open', value: String(number), form: {} } as const
    expect((await room.does({ ...open, by: anna.id }))[0]?.text).toContain(`#${number}`)
    expect((await room.does({ ...open, by: 'U0STRANGER' }))[0]?.about?.code).toBe('unknown-member')
  })
})

describe('what is typed in a thread', () => {
  const said = { kind: 'message', message: 'm1', text: 'Wie wil koffie?' } as const

  it('under a digest reaches nobody, which its writer is told', async () => {
    const room = openNewsroom()
    await room.store.db
      .insertInto('chat_message')
      .values({ platform: 'slack', subject: 'digest', subject_id: 1, channel: CHANNEL, thread: 'd1', ref: 'd1' })
      .execute()
    expect(await room.does({ ...said, by: anna.id, thread: 'd1' })).toMatchObject([{ kind: 'private' }])
  })

  it('of people among themselves is nothing to us, and asks nobody who said it', async () => {
    const room = openNewsroom()
    expect(await room.does({ ...said, by: anna.id, thread: 'lunch' })).toEqual([])
    expect(await room.does({ ...said, by: anna.id, thread: null, message: 'm2' })).toEqual([])
    expect(room.asked).toEqual([])
  })
})

describe('a command that stood in a thread for long before it was seen', () => {
  const typed = { kind: 'message', message: 'm1', channel: CHANNEL, by: anna.id } as const

  async function unheard(text: string) {
    const room = openNewsroom()
    const thread = await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    const event: ChatEvent = { ...typed, id: 'm1', at: room.clock.now(), attachments: [], thread, text }
    const drafts = () => room.store.db.selectFrom('draft').select('state').execute()
    return { room, event, drafts }
  }

  it('is not carried out, for it may have been done otherwise meanwhile; who gave it is told', async () => {
    const { room, event, drafts } = await unheard('@schatkamer reply Bij de romans.')
    room.clock.advance(2 * HOUR)
    await room.intake.store('slack', [event])
    const [told] = await room.intake.handle('slack', event)
    expect(told?.about?.code).toBe('given-long-ago')
    expect(told?.text).toContain('120 minuten')
    expect(await drafts()).toEqual([])
  })

  it('is carried out where it was taken in time, however long it took to get to it', async () => {
    const { room, event, drafts } = await unheard('@schatkamer reply Bij de romans.')
    await room.intake.store('slack', [event])
    room.clock.advance(2 * HOUR)
    await room.intake.handle('slack', event)
    expect(await drafts()).toEqual([{ state: 'held' }])
  })

  it('leads to a question where it is a text that commands nothing', async () => {
    const { room, event, drafts } = await unheard('Bij de romans.')
    room.clock.advance(2 * HOUR)
    await room.intake.store('slack', [event])
    expect(await room.intake.handle('slack', event)).toMatchObject([{ buttons: [{ action: 'send' }, {}] }])
    expect(await drafts()).toEqual([{ state: 'asked' }])
  })
})

describe('a command that is typed to us alone', () => {
  it.each([
    '/help',
    '/inbox',
    '/onair',
    '/station',
    '/schedule today',
    '/find boek',
    '/conversation 1',
    '/claim 1',
    '/reply 1 Bij de romans.',
    '/note 1 Gezien.',
    '/tag 1 luisterboek',
    '/snippet list',
    '/close 1 answered',
  ])('is answered: %s', async (text) => {
    const room = openNewsroom()
    await room.reader.writes('Waar vind ik dit boek?')
    const answer = await room.does({ kind: 'command', by: anna.id, channel: '', text })
    expect(answer[0]?.kind).toBe('private')
    expect(answer[0]?.about?.code).toBeUndefined()
    expect(answer[0]?.text).not.toBe('')
  })
})
