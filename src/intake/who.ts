import { threadCommand } from '../../commands/index.ts'
import type { ChatEvent } from '../model/chat.ts'

/** Whether an event may do something by itself: then what its person may do is asked anew. */
export const mayAct = (event: ChatEvent): boolean =>
  event.kind === 'command' ||
  event.kind === 'action' ||
  (event.kind === 'message' && threadCommand(event.text) !== null)

/** People as platforms write them, in a text or in a command: `<@U012AB|anna>`, `@U012AB`. */
const PERSON = /<@([\p{L}\p{N}_-]+)(?:\|[^>]*)?>|@([A-Z][A-Z0-9]{4,})(?![\p{L}\p{N}_-])/gu

/** So many in one command are more than any command takes. */
const MOST = 5

/** The ids of the people whom a command speaks of, so that they are known by the time that it runs. */
export function spokenOf(event: ChatEvent): string[] {
  if (!mayAct(event) || !('text' in event)) return []
  const ids = [...event.text.matchAll(PERSON)].map(([, tagged, plain]) => tagged ?? plain ?? '')
  return [...new Set(ids)].filter((id) => id !== event.by).slice(0, MOST)
}
