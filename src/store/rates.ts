import { sql } from 'kysely'
import type { Tx } from './database.ts'

/**
 * Keeps everything of a rate key back for `ms`, through a restart too. Answers since when (steady ms) it has been kept
 * back for this reason, and whether the team was told.
 */
export async function pauseRate(
  act: { tx: Tx; steady: number },
  rateKey: string,
  ms: number,
  reason: string,
): Promise<{ since: number; told: boolean }> {
  const pause = { until: act.steady + ms, delay: ms, reason }
  const row = await act.tx
    .insertInto('rate')
    .values({ rate_key: rateKey, ...pause, since: act.steady, told: 0 })
    .onConflict((it) =>
      it.column('rate_key').doUpdateSet((eb) => ({
        ...pause,
        since: eb.case().when('rate.reason', '=', reason).then(eb.ref('rate.since')).else(act.steady).end(),
        told: eb.case().when('rate.reason', '=', reason).then(eb.ref('rate.told')).else(0).end(),
      })),
    )
    .returning(['since', 'told'])
    .executeTakeFirstOrThrow()
  return { since: row.since, told: row.told === 1 }
}

/** The team knows that this rate key is kept back. */
export const markTold = (tx: Tx, rateKey: string) =>
  tx.updateTable('rate').set({ told: 1 }).where('rate_key', '=', rateKey).execute()

/** Something got through, so what kept its rate key back is over; true where the team was told of it. */
export async function freeRate(act: { tx: Tx; steady: number }, rateKey: string): Promise<boolean> {
  const row = await act.tx
    .deleteFrom('rate')
    .where('rate_key', '=', rateKey)
    // What left before the pause began proves nothing about it.
    .where('until', '<=', act.steady)
    .returning('told')
    .executeTakeFirst()
  return row?.told === 1
}

/** The rate keys that nothing may leave on at this moment. */
export async function pausedRates(tx: Tx, steady: number): Promise<string[]> {
  const rows = await tx.selectFrom('rate').select('rate_key').where('until', '>', steady).execute()
  return rows.map((row) => row.rate_key)
}

/** Rate keys of networks whose pause is over while nothing got through yet: a call that fails may cost, so one tries. */
export async function unprovenRates(tx: Tx, steady: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('rate')
    .select('rate_key')
    .where('until', '<=', steady)
    .where('rate_key', 'like', 'network:%')
    .execute()
  return rows.map((row) => row.rate_key)
}

/** At start: a clock that was set back must not make a pause longer than it was. */
export const clampRates = (tx: Tx, steady: number) =>
  tx
    .updateTable('rate')
    .set({ until: sql<number>`${steady} + delay`, since: sql<number>`min(since, ${steady})` })
    .where('until', '>', sql<number>`${steady} + delay`)
    .execute()

/** There is money again: what waited for it on a rate key may leave at once. */
export async function releaseBudgetHeld(act: { tx: Tx; steady: number }, rateKey: string): Promise<void> {
  await act.tx.deleteFrom('rate').where('rate_key', '=', rateKey).where('reason', '=', 'budget').execute()
  await act.tx
    .updateTable('delivery')
    .set({ not_before: act.steady, delay: 0 })
    .where('rate_key', '=', rateKey)
    .where('reason', '=', 'budget')
    .where(sql<boolean>`state = 'queued'`)
    .execute()
}
