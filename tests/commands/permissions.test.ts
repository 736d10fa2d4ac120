import { describe, expect, it } from 'vitest'
import { COMMANDS, runCommand } from '../../commands/index.ts'
import type { Role } from '../../src/model/station.ts'
import { cast } from '../support/cast.ts'
import { openDesk } from '../support/desk.ts'
import { inChannel } from './place.ts'

const everybody: Role[] = ['curator', 'expert', 'coordinator', 'researcher', 'administrator']
const answering: Role[] = ['curator', 'coordinator', 'administrator']
const reading: Role[] = [...answering, 'researcher']

/** Who may do what; one line that would pass the parser for each. */
const TABLE: Record<string, { typed: string; may: Role[] }> = {
  reply: { typed: '/reply 1 Dag', may: answering },
  note: { typed: '/note 1 Dag', may: everybody },
  claim: { typed: '/claim 1', may: answering },
  release: { typed: '/release 1', may: answering },
  assign: { typed: '/assign 1 @curator-delft', may: answering },
  move: { typed: '/move 1 boek-kwijt', may: answering },
  tag: { typed: '/tag 1 luisterboek', may: reading },
  close: { typed: '/close 1 spam', may: answering },
  reopen: { typed: '/reopen 1', may: answering },
  ignore: { typed: '/ignore 1', may: answering },
  retract: { typed: '/retract 1', may: answering },
  correct: { typed: '/correct 1 Dag', may: answering },
  snippet: { typed: '/snippet list', may: answering },
  inbox: { typed: '/inbox', may: reading },
  find: { typed: '/find boek', may: reading },
  conversation: { typed: '/conversation 1', may: reading },
  onair: { typed: '/onair', may: everybody },
  schedule: { typed: '/schedule today', may: everybody },
  station: { typed: '/station', may: reading },
  help: { typed: '/help', may: everybody },
}
const MEMBERS = [cast.delft, cast.expert, cast.coordinator, cast.researcher, cast.administrator]

describe('the right to a command', () => {
  it('is decided for every command', () => {
    expect(Object.keys(TABLE).sort()).toEqual(COMMANDS.map((it) => it.name).sort())
  })

  it.each(Object.entries(TABLE))('/%s is for exactly its roles', async (name, { typed, may }) => {
    const desk = openDesk()
    await desk.reader.writes('Ik zoek een boek')
    for (const member of MEMBERS) {
      const outcome = await desk
        .act(member, (act) => runCommand(typed, inChannel, act))
        .catch((error: unknown) => error)
      const refused = outcome instanceof Error && 'code' in outcome && outcome.code === 'no-right'
      expect([member.id, refused], name).toEqual([member.id, !member.roles.some((role) => may.includes(role))])
    }
  })

  it.each(['pause', 'resume'])('/station %s is for coordinators and administrators', async (what) => {
    const desk = openDesk()
    for (const member of [cast.delft, cast.researcher]) {
      const refusal = await desk.refused(member, (act) => runCommand(`/station ${what}`, inChannel, act))
      expect(refusal).toMatchObject({ code: 'no-right', facts: { roles: 'coordinator, administrator' } })
    }
  })

  it('is nobody’s whom the team does not know, not even to help', async () => {
    const desk = openDesk()
    for (const { typed } of Object.values(TABLE))
      expect((await desk.refused(null, (act) => runCommand(typed, inChannel, act))).code).toBe('unknown-member')
  })
})
