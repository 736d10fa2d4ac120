import { sql } from 'kysely'
import type { Tx } from './database.ts'

/**
 * Whether a thread of ours may stand in a channel already whose reference is not written down yet: its opening is under
 * way, or it is not known what came of it.
 * @param before UTC ms: one that set out later is not what somebody saw before
 */
export async function isThreadArriving(tx: Tx, platform: string, channel: string, before: number): Promise<boolean> {
  const row = await tx
    .selectFrom('delivery')
    .select('id')
    .where(sql<boolean>`state in ('sending', 'unknown')`)
    .where('to', '=', platform)
    .where('verb', '=', 'open')
    .where('attempted_at', '<=', before)
    .where(sql<boolean>`json_extract(body, '$.channel') = ${channel}`)
    .executeTakeFirst()
  return row !== undefined
}
