import type { Written } from '../../../model/change.ts'
import { detailsOf } from '../details.ts'
import { saidPrivately } from '../said.ts'
import { MESSAGE, MESSAGE_FIELDS } from '../shapes.ts'
import { privateMessage } from '../written.ts'
import type { Reader } from './read.ts'
import type { Told } from './told.ts'

/** A private message as it came in a delivery, which names nobody; an edit says neither when it was written nor what came with it. */
export async function readMessage(reader: Reader, told: Extract<Told, { kind: 'message' }>): Promise<Written> {
  const { id, person, text, attachments, edits } = told
  const at = Math.min(told.at, reader.clock.now())
  const known = reader.names.get(person)
  const ask = known === undefined || edits > 0
  const details = ask ? await detailsOf(reader, id, MESSAGE, MESSAGE_FIELDS, reader.signal) : null
  const found = details?.from?.name
  const name = known ?? (found ? reader.names.set(person, found) : '')
  const said =
    edits > 0 && details
      ? { ...saidPrivately(details), text }
      : { id, text, attachments, url: null, at, hidden: false, from: null }
  const written = privateMessage(reader, { ...said, from: { id: person, name } }, person)
  return { ...written, kind: edits > 0 ? 'edited' : 'created', revision: edits }
}
