import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Makes messages findable by /find, with the texts that they have now. */
export const indexTexts = async (tx: Tx, messages: number[]): Promise<void> => {
  if (messages.length === 0) return
  await sql`insert into message_text (rowid, text) select id, text from message where id in (${sql.join(messages)})`.execute(
    tx,
  )
}

/** Takes a message's words out of the index, which needs to be told what they were: a deleted text is found nowhere. */
export const forgetText = (tx: Tx, message: number, text: string) =>
  sql`insert into message_text (message_text, rowid, text) values ('delete', ${message}, ${text})`.execute(tx)
