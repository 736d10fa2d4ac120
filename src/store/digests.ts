import type { Selectable } from 'kysely'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

export type Digest = Selectable<Tables['digest']>

/** The digest that a conversation stands in on a platform, and whether it has a thread of its own by now. */
export async function digestOf(
  tx: Tx,
  platform: string,
  conversation: number,
): Promise<{ digest: number; opened: boolean } | null> {
  const row = await tx
    .selectFrom('digest_item')
    .select(['digest', 'opened'])
    .where('platform', '=', platform)
    .where('conversation', '=', conversation)
    .executeTakeFirst()
  return row ? { digest: row.digest, opened: row.opened === 1 } : null
}

export const digestById = (tx: Tx, id: number): Promise<Digest> =>
  tx.selectFrom('digest').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** It gets a thread of its own. */
export const markOpened = (tx: Tx, platform: string, conversation: number) =>
  tx
    .updateTable('digest_item')
    .set({ opened: 1 })
    .where('platform', '=', platform)
    .where('conversation', '=', conversation)
    .execute()

/** A conversation as a digest names it. */
export interface DigestLine {
  number: number
  handle: string
  /** Its first message. */
  text: string
  deleted: boolean
  messages: number
  state: 'open' | 'closed'
  waiting: boolean
  opened: boolean
}

/** The conversations of a digest, oldest first. */
export async function linesOf(tx: Tx, digest: number): Promise<DigestLine[]> {
  const rows = await tx
    .selectFrom('digest_item as i')
    .innerJoin('conversation as c', 'c.id', 'i.conversation')
    .innerJoin('person as p', 'p.id', 'c.person')
    .innerJoin('message as m', (on) => on.onRef('m.conversation', '=', 'c.id').on('m.ordinal', '=', 1))
    .select(['c.id', 'p.handle', 'm.text', 'm.state as kept', 'c.messages', 'c.state', 'c.waiting_since', 'i.opened'])
    .where('i.digest', '=', digest)
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    number: row.id,
    handle: row.handle,
    text: row.text,
    deleted: row.kept === 'deleted',
    messages: row.messages,
    state: row.state,
    waiting: row.waiting_since !== null,
    opened: row.opened === 1,
  }))
}
