import { sql } from 'kysely'
import type { Airings, Outbox } from '../model/health.ts'
import type { Tx } from './database.ts'
import { isPaused } from './settings.ts'
import { unsettled } from './unsettled.ts'

/** What the store knows of how the station does; each query reads a partial index of what is not settled yet. */
export interface StoredHealth {
  paused: boolean
  outbox: Outbox
  airing: Airings
  intake: { open: number; oldest: number }
  pushed: { open: number; oldest: number }
}

/** @param today when the station's day began, UTC ms */
export async function storedHealth(tx: Tx, at: { now: number; steady: number; today: number }): Promise<StoredHealth> {
  const paused = await isPaused(tx)
  return {
    paused,
    outbox: {
      ...(await outboxCounts(tx, at.now)),
      oldest: await oldestReady(tx, at.steady, paused),
      rejectedToday: await rejectedSince(tx, at.today),
    },
    airing: await airings(tx, at.now),
    intake: await openIn(tx, 'intake', at.now),
    pushed: await openIn(tx, 'hook', at.now),
  }
}

async function outboxCounts(tx: Tx, now: number): Promise<Omit<Outbox, 'oldest' | 'rejectedToday'>> {
  const rows = await tx
    .selectFrom('delivery')
    .select((eb) => ['state', 'person', eb.fn.countAll<number>().as('count'), eb.fn.min('attempted_at').as('since')])
    .where(unsettled)
    .groupBy(['state', 'person'])
    .execute()
  const count = (state: string, person = 0) => rows.find((it) => it.state === state && it.person === person)?.count ?? 0
  const since = rows.find((it) => it.state === 'sending')?.since
  return {
    queued: count('queued'),
    sending: count('sending'),
    longest: since == null ? 0 : Math.max(0, now - since),
    unknown: count('unknown'),
    person: count('unknown', 1),
  }
}

/**
 * How long the first delivery that could leave has been able to. A pause, a full quota or a predecessor is no lag, nor
 * is a line of which the platform takes one at a time (`pace:`); the channel itself tells how far behind it is.
 */
async function oldestReady(tx: Tx, steady: number, paused: boolean): Promise<number> {
  let query = tx
    .selectFrom('delivery')
    .select((eb) => eb.fn.min('not_before').as('since'))
    .where(sql<boolean>`state = 'queued' and head = 1`)
    .where('not_before', '<=', steady)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('rate')
            .select('rate.until')
            .where(sql<boolean>`rate.rate_key in (delivery.rate_key, 'pace:' || delivery.rate_key)`)
            .where('rate.until', '>', steady),
        ),
      ),
    )
    .where((eb) =>
      eb.or([
        eb('after', 'is', null),
        eb.exists(
          eb
            .selectFrom('delivery as before')
            .select('before.id')
            .whereRef('before.id', '=', 'delivery.after')
            .where('before.state', '=', 'sent'),
        ),
      ]),
    )
  if (paused) query = query.where('target', '=', 'chat')
  const row = await query.executeTakeFirst()
  return row?.since == null ? 0 : Math.round(steady - row.since)
}

async function rejectedSince(tx: Tx, today: number): Promise<number> {
  const row = await tx
    .selectFrom('delivery')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(sql<boolean>`state = 'rejected'`)
    .where('settled_at', '>=', today)
    .executeTakeFirst()
  return row?.count ?? 0
}

async function airings(tx: Tx, now: number): Promise<Airings> {
  const planned = tx.selectFrom('post').where(sql<boolean>`state = 'planned'`)
  const next = await planned
    .select((eb) => eb.fn.min('due_at').as('due'))
    .where('due_at', '>', now)
    .executeTakeFirst()
  const past = await planned
    .select((eb) => [eb.fn.min('due_at').as('due'), eb.fn.countAll<number>().as('count')])
    .where('due_at', '<=', now)
    .executeTakeFirst()
  return { nextDue: next?.due ?? null, overdue: past?.count ?? 0, late: past?.due == null ? 0 : now - past.due }
}

/** What came in and was not handled yet. */
async function openIn(tx: Tx, table: 'intake' | 'hook', now: number): Promise<{ open: number; oldest: number }> {
  const row = await tx
    .selectFrom(table)
    .select((eb) => [eb.fn.min('at').as('at'), eb.fn.countAll<number>().as('count')])
    .where(sql<boolean>`handled_at is null`)
    .executeTakeFirst()
  return { open: row?.count ?? 0, oldest: row?.at == null ? 0 : Math.max(0, now - row.at) }
}
