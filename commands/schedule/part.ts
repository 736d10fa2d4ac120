import type { Act } from '../../src/desk/act.ts'
import { hasRole } from '../../src/desk/members.ts'
import { Refused } from '../../src/model/refused.ts'
import type { Language, Role } from '../../src/model/station.ts'
import { languageOf } from '../answer.ts'
import type { Answer } from '../command.ts'

/** One verb of /schedule. `parse` answers null where the words do not fit its usage. */
export interface Part<Input> {
  usage: Record<Language, string>
  who: readonly Role[]
  parse(words: string, act: Act): Input | null
  run(act: Act, input: Input): Promise<Answer>
}

/** A verb with its words read, ready to be done. */
export type Ready = (act: Act) => Promise<Answer>

/** A verb with its input closed in: right first, then words, as for every command. */
export interface ClosedPart {
  usage: Record<Language, string>
  ready(name: string, words: string, act: Act): Ready
}

export const part = <Input>({ usage, who, parse, run }: Part<Input>): ClosedPart => ({
  usage,
  ready(name, words, act) {
    if (!hasRole(act.by, who)) throw new Refused('no-right', { command: `schedule ${name}`, roles: who.join(', ') })
    const input = parse(words, act)
    if (input === null) throw new Refused('schedule-usage', { usage: usage[languageOf(act)] })
    return (when) => run(when, input)
  },
})
