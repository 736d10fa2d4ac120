import { threadCommand } from '../../commands/index.ts'
import { personsIn } from '../desk/members.ts'
import type { ChatEvent } from '../model/chat.ts'
import type { Member } from '../model/station.ts'

/** Whether an event may do something by itself: then what its person may do is asked anew. */
export const mayAct = (event: ChatEvent): boolean =>
  event.kind === 'command' ||
  event.kind === 'action' ||
  (event.kind === 'message' && threadCommand(event.text) !== null)

/** So many in one command are more than any command takes. */
const MOST = 5

/**
 * The ids of the people whom a command speaks of, so that what they may do is known by the time that it runs: those it
 * names as a platform does, and of `known` those it names as colleagues do.
 */
export function spokenOf(event: ChatEvent, known: Iterable<Member>): string[] {
  if (!mayAct(event) || !('text' in event) || !event.text.includes('@')) return []
  const said = event.text.toLowerCase()
  const called = [...known].filter(({ name, id }) => [name, id].some((it) => said.includes(`@${it.toLowerCase()}`)))
  return [...new Set([...personsIn(event.text), ...called.map((it) => it.id)])]
    .filter((id) => id !== event.by)
    .slice(0, MOST)
}
