import type { Act } from '../src/desk/act.ts'
import { hasRole } from '../src/desk/members.ts'
import { Refused } from '../src/model/refused.ts'
import { languageOf } from './answer.ts'
import type { Answer, Command, Place } from './command.ts'

/** A command in the registry, its input closed in. */
export interface Entry extends Pick<Command<never>, 'name' | 'usage' | 'summary' | 'who'> {
  /** Right, parse, run, in this order: whoever may not is told so whatever was typed. */
  call(words: string, place: Place, act: Act): Promise<Answer>
}

export function entry<Input>(command: Command<Input>): Entry {
  const { name, usage, summary, who } = command
  return {
    name,
    usage,
    summary,
    who,
    async call(words, place, act) {
      requireRight(act, command)
      return command.run(act, await parse(command, words, place, act), place)
    },
  }
}

/** The same right for a button that does what a command does. */
export async function perform<Input>(command: Command<Input>, act: Act, input: Input, place: Place): Promise<Answer> {
  requireRight(act, command)
  return command.run(act, input, place)
}

/** Refuses whoever may not. */
export function requireRight(act: Act, command: Pick<Entry, 'name' | 'who'>): void {
  if (!act.by) throw new Refused('unknown-member')
  if (!hasRole(act.by, command.who))
    throw new Refused('no-right', { command: command.name, roles: command.who.join(', ') })
}

async function parse<Input>(command: Command<Input>, words: string, place: Place, act: Act): Promise<Input> {
  try {
    return await command.parse(words, place, act)
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'usage') throw error
    throw new Refused('usage', { ...error.facts, command: command.name, usage: command.usage[languageOf(act)] })
  }
}
