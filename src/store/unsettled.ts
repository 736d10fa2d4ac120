import { sql } from 'kysely'

/**
 * What is still on its way: queued, sending, unknown. Written out, not bound: SQLite uses a partial index only where it
 * sees the condition.
 */
export const unsettled = sql<boolean>`settled_at is null`
