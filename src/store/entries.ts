import { type Selectable, sql } from 'kysely'
import type { Moment } from '../model/moment.ts'
import type { NetworkName } from '../model/network.ts'
import { Refused } from '../model/refused.ts'
import type { Tx } from './database.ts'
import type { EntryTable } from './tables.ts'

export type Entry = Selectable<EntryTable>
export type Texts = Partial<Record<NetworkName, string>>

/** A text a network, in the order in which the networks are known. */
export const textsOf = (row: { texts: string }): Texts => JSON.parse(row.texts) as Texts

export const momentOf = (entry: Pick<Entry, 'cron' | 'once'>): Moment =>
  entry.cron === null ? { once: entry.once ?? '' } : { cron: entry.cron }

export async function entryById(tx: Tx, id: string): Promise<Entry> {
  const entry = await findEntry(tx, id)
  if (!entry) throw new Refused('no-entry', { found: id })
  return entry
}

export const findEntry = (tx: Tx, id: string): Promise<Entry | undefined> =>
  tx.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirst()

export const changeEntry = (tx: Tx, id: string, values: Partial<Omit<Entry, 'id'>>) =>
  tx.updateTable('entry').set(values).where('id', '=', id).execute()

/** Active entries whose posts do not stand in the table yet up to a local date, the most urgent first. */
export const entriesToPlan = (tx: Tx, until: string, limit: number): Promise<Entry[]> =>
  tx
    .selectFrom('entry')
    .selectAll()
    .where(sql<boolean>`state = 'active'`)
    .where((eb) => eb.or([eb('planned_to', 'is', null), eb('planned_to', '<', until)]))
    .orderBy('planned_to')
    .limit(limit)
    .execute()
