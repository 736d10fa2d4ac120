import type { CompiledQuery, Insertable, Selectable } from 'kysely'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** What Kysely made of an insert, by table and columns: only the values differ from one row to the next. */
const compiled = new Map<string, CompiledQuery>()

/**
 * Inserts one row and answers with it, defaults filled in. For the few inserts that every message makes: translating
 * them each time costs as much as SQLite takes to carry them out. No value may be undefined.
 */
export async function insertRow<Table extends keyof Tables>(
  tx: Tx,
  table: Table,
  row: Insertable<Tables[Table]>,
): Promise<Selectable<Tables[Table]>> {
  const key = `${table} ${Object.keys(row).join()}`
  const known = compiled.get(key)
  const query = known ?? tx.insertInto(table).values(row).returningAll().compile()
  if (!known) compiled.set(key, query)
  const { rows } = await tx.executeQuery({ ...query, parameters: Object.values(row) })
  return rows[0] as Selectable<Tables[Table]>
}
