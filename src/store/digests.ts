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
