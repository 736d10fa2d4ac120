import type { Tx } from './database.ts'

/** Keeps everything of a rate key back for `ms`, through a restart too. */
export const pauseRate = (act: { tx: Tx; steady: number }, rateKey: string, ms: number, reason: string) =>
  act.tx
    .insertInto('rate')
    .values({ rate_key: rateKey, until: act.steady + ms, reason })
    .onConflict((it) => it.column('rate_key').doUpdateSet({ until: act.steady + ms, reason }))
    .execute()

/** The rate keys that nothing may leave on at this moment. */
export async function pausedRates(tx: Tx, steady: number): Promise<string[]> {
  const rows = await tx.selectFrom('rate').select('rate_key').where('until', '>', steady).execute()
  return rows.map((row) => row.rate_key)
}
