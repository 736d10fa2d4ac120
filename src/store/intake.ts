import { sql } from 'kysely'
import type { ChatEvent } from '../model/chat.ts'
import type { Tx } from './database.ts'

/** Writes events down; one that is there already changes nothing. */
export async function keepEvents(tx: Tx, platform: string, events: ChatEvent[], now: number): Promise<void> {
  if (events.length === 0) return
  await tx
    .insertInto('intake')
    .values(
      events.map((event) => ({ id: event.id, platform, event: JSON.stringify(event), at: now, handled_at: null })),
    )
    .onConflict((it) => it.doNothing())
    .execute()
}

/** When an event was written down, wall-clock ms; null for one that was not. */
export async function storedAt(tx: Tx, platform: string, id: string): Promise<number | null> {
  const row = await tx
    .selectFrom('intake')
    .select('at')
    .where('platform', '=', platform)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.at ?? null
}

/** True for what was handled already; an event that was never stored is not handled. */
export async function isHandled(tx: Tx, platform: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('intake')
    .select('handled_at')
    .where('platform', '=', platform)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.handled_at != null
}

/** The event's text is not needed any more once it is handled: what a person typed is kept where it belongs. */
export const markHandled = (tx: Tx, platform: string, id: string, now: number) =>
  tx
    .updateTable('intake')
    .set({ handled_at: now, event: '{}' })
    .where('platform', '=', platform)
    .where('id', '=', id)
    .execute()

/** A fault of ours ended it: it is not tried again, for its person has been told, but kept whole to find the fault by. */
export const markFailed = (tx: Tx, platform: string, id: string, now: number) =>
  tx.updateTable('intake').set({ handled_at: now }).where('platform', '=', platform).where('id', '=', id).execute()

/** What is stored and not handled, oldest first. */
export async function openEvents(tx: Tx): Promise<{ platform: string; event: ChatEvent }[]> {
  const rows = await tx
    .selectFrom('intake')
    .select(['platform', 'event'])
    .where(sql<boolean>`handled_at is null`)
    .orderBy('at')
    .execute()
  return rows.map((row) => ({ platform: row.platform, event: JSON.parse(row.event) as ChatEvent }))
}
