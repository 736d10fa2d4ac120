import { sql } from 'kysely'

/** Written out, not bound: SQLite uses a partial index only where it sees the condition. */
export const unsettled = sql<boolean>`state in ('queued', 'sending', 'unknown', 'review')`
