import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './database.ts'
import { type Delivery, promote } from './outbox.ts'
import { clampRates } from './rates.ts'
import { unsettled } from './unsettled.ts'

/**
 * Takes up to `limit` deliveries that may leave now and marks them `sending` for this process start. In one
 * transaction with what rendering them reads, so that what leaves is what the store said at that moment. `busy` are the
 * chats and networks that have enough under way, `oneOf` the rate keys on which one delivery alone may try, `only` the
 * one rate key to look at.
 */
export async function claimReady(
  tx: Tx,
  at: {
    now: number
    steady: number
    boot: string
    limit: number
    pausedRates: string[]
    networksPaused: boolean
    busy: string[]
    oneOf?: string[]
    only?: string
  },
): Promise<Delivery[]> {
  let query = mayLeave(tx, at.steady).selectAll()
  if (at.only !== undefined) query = query.where('rate_key', '=', at.only)
  if (at.pausedRates.length > 0) query = query.where('rate_key', 'not in', at.pausedRates)
  if (at.busy.length > 0) query = query.where('to', 'not in', at.busy)
  // Taking something back is never held up.
  if (at.networksPaused) query = query.where((eb) => eb.or([eb('target', '=', 'chat'), eb('verb', '=', 'retract')]))
  const ready = await query.orderBy('priority').orderBy('not_before').orderBy('id').limit(at.limit).execute()
  const tried = new Map(ready.map((row) => [row.rate_key, row.id] as const).reverse())
  const rows = ready.filter((row) => !at.oneOf?.includes(row.rate_key) || tried.get(row.rate_key) === row.id)
  if (rows.length === 0) return []
  await tx
    .updateTable('delivery')
    .set((eb) => ({
      state: 'sending',
      boot: at.boot,
      attempts: eb('attempts', '+', 1),
      attempted_at: at.now,
    }))
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) => ({
    ...row,
    state: 'sending',
    attempts: row.attempts + 1,
    attempted_at: at.now,
  }))
}

/** The first of each order key whose moment has come, and that waits for nothing else. */
const mayLeave = (tx: Tx, steady: number) =>
  tx
    .selectFrom('delivery')
    .where(sql<boolean>`state = 'queued' and head = 1`)
    .where('not_before', '<=', steady)
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

/** The priority of what may leave next on a rate key; null where nothing may. */
export async function nextPriority(tx: Tx, rateKey: string, steady: number): Promise<number | null> {
  const row = await mayLeave(tx, steady)
    .select('priority')
    .where('rate_key', '=', rateKey)
    .orderBy('priority')
    .orderBy('not_before')
    .limit(1)
    .executeTakeFirst()
  return row?.priority ?? null
}

/**
 * Steady ms, after `steady`, at which the next delivery may leave or be looked up, or a rate key is free again; null when
 * there is none. What could leave already but did not waits for something else, which rings when it happens.
 */
export async function nextReady(tx: Tx, steady: number): Promise<number | null> {
  const soonest = (condition: RawBuilder<boolean>) =>
    tx
      .selectFrom('delivery')
      .select((eb) => eb.fn.min('not_before').as('at'))
      .where(condition)
      .where('not_before', '>', steady)
      .executeTakeFirst()
  const queued = await soonest(sql<boolean>`state = 'queued' and head = 1`)
  const unknown = await soonest(sql<boolean>`state = 'unknown' and person = 0`)
  const rate = await tx
    .selectFrom('rate')
    .select((eb) => eb.fn.min('until').as('at'))
    .where('until', '>', steady)
    .executeTakeFirst()
  const times = [queued?.at, unknown?.at, rate?.at].filter((at) => at != null)
  return times.length === 0 ? null : Math.min(...times)
}

/** Up to `limit` deliveries whose outcome is unknown and that may be looked up now. */
export const unknownDue = (tx: Tx, steady: number, limit: number): Promise<Delivery[]> =>
  tx
    .selectFrom('delivery')
    .selectAll()
    .where(sql<boolean>`state = 'unknown'`)
    .where('person', '=', 0)
    .where('not_before', '<=', steady)
    .orderBy('not_before')
    .limit(limit)
    .execute()

type Fields = Partial<Pick<Delivery, 'reason' | 'result_id' | 'result_url' | 'person' | 'not_before' | 'delay'>>
/** How a turn leaves a delivery: ended, with the moment; or put back or aside, and then it has none. */
export type End = Fields &
  (
    | { state: 'sent' | 'rejected' | 'cancelled' | 'expired'; settled_at: number }
    | { state: 'queued' | 'unknown'; settled_at?: null }
  )

/** Ends a delivery for good, or puts it back (`queued`) or aside (`unknown`), and lets the next one through. */
export async function conclude(tx: Tx, delivery: Pick<Delivery, 'id' | 'order_key'>, end: End): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ boot: null, ...(end.state === 'queued' ? {} : { head: 0 }), ...end })
    .where('id', '=', delivery.id)
    .execute()
  await promote(tx, delivery.order_key)
}

/** What waits for a delivery that will never go out. */
export const waitingFor = (tx: Tx, id: number): Promise<Delivery[]> =>
  tx.selectFrom('delivery').selectAll().where('after', '=', id).where(unsettled).execute()

/** Done twice they are as good as done once: an unknown outcome is simply tried again. */
export const HARMLESS: readonly Delivery['verb'][] = ['revise', 'retract', 'like', 'moderate']

/**
 * At start: deliveries that another process start was sending have an unknown outcome; those that may be repeated without
 * harm are. Waits are clamped to their length,
 * for the clock may have been set back; a look-up without a length of its own was set for a moment by a restore.
 */
export async function recover(tx: Tx, steady: number, boot: string): Promise<number> {
  await tx
    .updateTable('delivery')
    .set({ state: 'queued', boot: null, not_before: steady, delay: 0, reason: 'interrupted' })
    .where(sql<boolean>`state = 'sending'`)
    .where('boot', '<>', boot)
    .where('verb', 'in', HARMLESS)
    .execute()
  const lost = await tx
    .updateTable('delivery')
    .set({ state: 'unknown', boot: null, head: 0, not_before: steady, reason: 'interrupted' })
    .where(sql<boolean>`state = 'sending'`)
    .where('boot', '<>', boot)
    .returning('id')
    .execute()
  await tx
    .updateTable('delivery')
    .set({ not_before: sql<number>`${steady} + delay` })
    .where(unsettled)
    .where(sql<boolean>`(state = 'queued' or delay > 0)`)
    .where('not_before', '>', sql<number>`${steady} + delay`)
    .execute()
  await clampRates(tx, steady)
  return lost.length
}
