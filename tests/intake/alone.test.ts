import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../commands/index.ts'
import { anna, openNewsroom } from '../support/newsroom.ts'

/** What is typed, one after the other, where there is neither a channel nor a thread to go by. */
const CHANGES: Record<string, string[]> = {
  assign: ['/assign 1 <@U0BEN22>'],
  move: ['/move 1 boek-kwijt'],
  release: ['/claim 1', '/release 1'],
  reopen: ['/close 1 answered', '/reopen 1'],
  ignore: ['/ignore 1'],
}

/** Commands about a conversation, which elsewhere is that of the thread. */
const ABOUT_ONE = 'reply note claim release assign move tag close reopen ignore retract correct conversation'.split(' ')

async function typesAlone(lines: string[]) {
  const room = openNewsroom()
  await room.reader.writes('Waar vind ik dit boek?')
  let answer = await room.does({ kind: 'command', by: anna.id, channel: '', text: 'help' })
  for (const text of lines) answer = await room.does({ kind: 'command', by: anna.id, channel: '', text })
  return { answer, logged: room.logged }
}

describe('typed to us alone', () => {
  it.each(Object.entries(CHANGES))('/%s does what it does anywhere', async (_name, lines) => {
    const { answer } = await typesAlone(lines)
    expect(answer).toMatchObject([{ kind: 'private', text: expect.stringContaining('1') }])
    expect(answer[0]?.about?.code).toBeUndefined()
  })

  it.each(['retract', 'correct'])('/%s says that there is nothing yet to take back', async (name) => {
    const { answer } = await typesAlone([name === 'correct' ? '/correct 1 Bij de gedichten.' : '/retract 1'])
    expect(answer[0]?.about?.code).toMatch(/^nothing-to-/)
  })

  it.each(ABOUT_ONE)('/%s without a number says how it is used', async (name) => {
    const { answer } = await typesAlone([`/${name}`])
    expect(answer).toMatchObject([{ kind: 'private', about: { code: 'usage' } }])
    expect(answer[0]?.text).toContain(`/${name}`)
  })

  it.each(COMMANDS.map((it) => it.name))('/%s alone is never a fault', async (name) => {
    const { answer, logged } = await typesAlone([`/${name}`])
    expect(answer[0]?.text).not.toBe('')
    expect(logged.filter((it) => it.level >= 50)).toEqual([])
  })

  it('a conversation that is not there is said to be none, by a button too', async () => {
    const room = openNewsroom()
    for (const value of ['99', 'x', '']) {
      const open = { kind: 'action', by: anna.id, thread: null, action: 'open', value, form: {} } as const
      expect((await room.does(open))[0]?.about?.code).toBe('no-conversation')
    }
  })
})
