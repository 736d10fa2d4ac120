import { sql } from 'kysely'
import type { Tx } from './database.ts'

/**
 * The conversations in which the public waits. The condition is written out, not bound: only then does SQLite use the
 * index that has these alone.
 */
export const waitingConversations = (tx: Tx) =>
  tx.selectFrom('conversation as c').where(sql<boolean>`c.state = 'open' and c.waiting_since is not null`)
