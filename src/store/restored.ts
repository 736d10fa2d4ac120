import { sql } from 'kysely'
import { MINUTE } from '../model/clock.ts'
import type { Tx } from './database.ts'
import { promote } from './outbox.ts'
import { set, setting } from './settings.ts'
import { unsettled } from './unsettled.ts'

/** What was set aside in a restored database, in rows. */
export interface SetAside {
  replies: number
  posts: number
  chat: number
  questions: number
  events: number
}

/** What left just before the restore may still be hidden from a look-up: nothing is looked up before this has passed. */
const HIDDEN = MINUTE

/** When this database was restored from a backup, UTC ms; 0: never. What is older may have gone out already. */
export const restoredAt = async (tx: Tx): Promise<number> => Number((await setting(tx, 'restored')) ?? 0)

/**
 * Marks a database that comes from a backup: it may have forgotten what went out after it was made. So nothing of it
 * leaves by itself before it was looked up, or a person has decided.
 */
export async function markRestored(tx: Tx, now: number): Promise<SetAside> {
  await set({ tx, now }, 'restored', String(now), null)
  await skipNumbers(tx)
  const replies = await doubt(tx, 'network', now + HIDDEN)
  const chat = await doubt(tx, 'chat', now)
  await repeatHarmless(tx)
  await doubtSubjects(tx)
  return {
    replies,
    chat,
    posts: await holdPosts(tx, now),
    questions: await keepQuestions(tx),
    events: await dropEvents(tx, now),
  }
}

/** Looked up on the other side, as after an attempt that began when the row was written. */
async function doubt(tx: Tx, target: 'network' | 'chat', lookUpAt: number): Promise<number> {
  const rows = await tx
    .updateTable('delivery')
    .set((eb) => ({
      state: 'unknown',
      reason: 'restored',
      head: 0,
      boot: null,
      not_before: lookUpAt,
      delay: 0,
      attempted_at: eb.ref('created_at'),
    }))
    .where(unsettled)
    .where('state', 'in', ['queued', 'sending'])
    .where('target', '=', target)
    .where('verb', 'in', ['publish', 'open', 'post'])
    .returning('id')
    .execute()
  return rows.length
}

/** Replies and posts show the doubt; a wish to take one back is kept, and carried out when it is found. */
async function doubtSubjects(tx: Tx): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ state: 'unknown', reason: sql`case when reason = 'retract-wanted' then reason else 'restored' end` })
    .where('state', 'in', ['held', 'sending'])
    .where('delivery', 'is not', null)
    .execute()
  await tx
    .updateTable('variant')
    .set({ state: 'unknown', reason: 'restored' })
    .where('state', '=', 'queued')
    .where('delivery', 'is not', null)
    .execute()
}

/** What does no harm when it is done twice is simply done again: a card revised, a reply taken back. */
async function repeatHarmless(tx: Tx): Promise<void> {
  const rows = await tx
    .updateTable('delivery')
    .set({ state: 'queued', boot: null, head: 0 })
    .where(unsettled)
    .where('state', 'in', ['queued', 'sending'])
    .returning('order_key')
    .execute()
  for (const key of new Set(rows.map((row) => row.order_key))) await promote(tx, key)
}

/** Posts whose moment has passed may have aired: a person decides. Those still to come air as planned. */
async function holdPosts(tx: Tx, now: number): Promise<number> {
  const rows = await tx
    .updateTable('post')
    .set({ state: 'late', reason: 'restored' })
    .where('state', 'in', ['planned', 'late'])
    .where('due_at', '<=', now)
    .returning('id')
    .execute()
  return rows.length
}

/** A reply that waited for its writer's Send may have been sent since: its old button must not send it once more. */
async function keepQuestions(tx: Tx): Promise<number> {
  const rows = await tx
    .updateTable('draft')
    .set({ state: 'kept', reason: 'restored' })
    .where('state', 'in', ['asked', 'review', 'stale'])
    .returning('id')
    .execute()
  return rows.length
}

/** What the team did at the moment of the backup was acted on a moment later: not once more. */
async function dropEvents(tx: Tx, now: number): Promise<number> {
  const rows = await tx
    .updateTable('intake')
    .set({ handled_at: now, event: '{}' })
    .where('handled_at', 'is', null)
    .returning('id')
    .execute()
  return rows.length
}

/**
 * Numbers that were given after the backup still stand in chats and in people's heads (#57, a button that sends draft
 * 31): they are never given again, to another conversation least of all.
 */
async function skipNumbers(tx: Tx): Promise<void> {
  for (const table of ['conversation', 'draft', 'delivery', 'post', 'variant', 'history']) {
    await sql`insert into sqlite_sequence (name, seq) select ${table}, 0
      where not exists (select 1 from sqlite_sequence where name = ${table})`.execute(tx)
    await sql`update sqlite_sequence set seq = (seq / 1000 + 10) * 1000 where name = ${table}`.execute(tx)
  }
}
