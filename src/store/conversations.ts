import type { Selectable } from 'kysely'
import { Refused } from '../model/refused.ts'
import type { Tx } from './database.ts'
import type { ConversationTable, MessageTable, PersonTable } from './tables.ts'

export type Conversation = Selectable<ConversationTable>
export type Message = Selectable<MessageTable>
export type Person = Selectable<PersonTable>

/** The conversation that people call #12. Refuses with `no-conversation` where there is none. */
export async function conversationByNumber(tx: Tx, number: number): Promise<Conversation> {
  const row = await tx.selectFrom('conversation').selectAll().where('id', '=', number).executeTakeFirst()
  if (!row) throw new Refused('no-conversation', { number })
  return row
}

/** The conversation whose thread this is on a chat platform; null for a thread that is no conversation's. */
export async function conversationOfThread(
  tx: Tx,
  platform: string,
  channel: string,
  ref: string,
): Promise<Conversation | null> {
  const row = await tx
    .selectFrom('thread')
    .innerJoin('conversation', 'conversation.id', 'thread.conversation')
    .selectAll('conversation')
    .where('thread.platform', '=', platform)
    .where('thread.channel', '=', channel)
    .where('thread.ref', '=', ref)
    .executeTakeFirst()
  return row ?? null
}

export const personById = (tx: Tx, id: number): Promise<Person> =>
  tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

export const messageById = (tx: Tx, id: number): Promise<Message> =>
  tx.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Message 12.3, or without `ordinal` the newest of the public in the conversation. */
export async function messageToAnswer(tx: Tx, conversation: number, ordinal?: number): Promise<Message> {
  let query = tx
    .selectFrom('message')
    .selectAll()
    .where('conversation', '=', conversation)
    .where('direction', '=', 'in')
  query = ordinal === undefined ? query.where('state', '=', 'live') : query.where('ordinal', '=', ordinal)
  const row = await query.orderBy('ordinal', 'desc').limit(1).executeTakeFirst()
  if (!row) throw new Refused('no-message', { number: conversation, ordinal: ordinal ?? 0 })
  if (row.state === 'deleted') throw new Refused('message-deleted', { number: conversation, ordinal: row.ordinal })
  return row
}
