import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Makes a message findable by /find. */
export const indexText = (tx: Tx, message: number, text: string) =>
  sql`insert into message_text (rowid, text) values (${message}, ${text})`.execute(tx)

/** Takes a message's words out of the index, which needs to be told what they were: a deleted text is found nowhere. */
export const forgetText = (tx: Tx, message: number, text: string) =>
  sql`insert into message_text (message_text, rowid, text) values ('delete', ${message}, ${text})`.execute(tx)
