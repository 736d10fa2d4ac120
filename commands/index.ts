import type { Act } from '../src/desk/act.ts'
import { nearestOf } from '../src/model/nearest.ts'
import { Refused } from '../src/model/refused.ts'
import type { Language } from '../src/model/station.ts'
import { assign } from './assign.ts'
import { claim } from './claim.ts'
import { close } from './close.ts'
import type { Answer, Place } from './command.ts'
import { conversation } from './conversation.ts'
import { correct } from './correct.ts'
import { type Entry, entry } from './entry.ts'
import { find } from './find.ts'
import { helpOn } from './help.ts'
import { ignore } from './ignore.ts'
import { inbox } from './inbox.ts'
import { move } from './move.ts'
import { note } from './note.ts'
import { onair } from './onair.ts'
import { release } from './release.ts'
import { reopen } from './reopen.ts'
import { reply } from './reply.ts'
import { retract } from './retract.ts'
import { schedule } from './schedule.ts'
import { snippet } from './snippet.ts'
import { station } from './station.ts'
import { tag } from './tag.ts'
import { splitWord } from './which-conversation.ts'

export { actions } from './actions.ts'
export { editedReply } from './edited-reply.ts'

/** All commands, in the order in which /help shows them. Imported by name, so that the bundle has them. */
export const COMMANDS: readonly Entry[] = [
  entry(reply),
  entry(note),
  entry(claim),
  entry(release),
  entry(assign),
  entry(move),
  entry(tag),
  entry(close),
  entry(reopen),
  entry(ignore),
  entry(retract),
  entry(correct),
  entry(snippet),
  entry(inbox),
  entry(find),
  entry(conversation),
  entry(onair),
  entry(schedule),
  entry(station),
  entry(helpOn(() => COMMANDS, commandCalled)),
]

/**
 * Runs what somebody typed, `/claim 12` or `claim 12`, inside the caller's transaction. Throws `Refused`: unknown-member,
 * no-command, no-right, usage, and whatever the desk refuses.
 */
export async function runCommand(text: string, place: Place, act: Act): Promise<Answer> {
  const [name, words] = splitWord(text)
  return commandCalled(name === '' ? 'help' : name).call(words, place, act)
}

/** What is typed to us in a thread, behind `@schatkamer`; null where nobody speaks to us. */
export function threadCommand(text: string): string | null {
  const found = /^\s*@schatkamer(?![\p{L}\p{N}_-])[\s:,]*([\s\S]*)$/iu.exec(text)
  return found ? (found[1] ?? '').trim() : null
}

/** For the composer of a chat that completes commands. */
export const commandList = (language: Language): { name: string; usage: string; summary: string }[] =>
  COMMANDS.map((it) => ({ name: it.name, usage: it.usage[language], summary: it.summary[language] }))

function commandCalled(said: string): Entry {
  const name = said.replace(/^\//, '').toLowerCase()
  const found = COMMANDS.find((it) => it.name === name)
  if (found) return found
  const nearest = nearestOf(
    name,
    COMMANDS.map((it) => it.name),
  )
  throw new Refused('no-command', { found: name.slice(0, 40), nearest: nearest ?? '' })
}
