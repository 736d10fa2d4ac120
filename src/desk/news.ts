import { sql } from 'kysely'
import type { Act } from './act.ts'

/** Whether the public has said, changed or deleted something in a conversation since a moment (UTC ms). */
export async function hasNewsSince(act: Act, conversation: number, since: number): Promise<boolean> {
  const row = await act.tx
    .selectFrom('message')
    .select('id')
    .where('conversation', '=', conversation)
    .where('direction', '=', 'in')
    .where(sql<boolean>`coalesce(edited_at, received_at) > ${since}`)
    .executeTakeFirst()
  return row !== undefined
}
