import type { Purpose, Spent } from '../model/allowance.ts'
import type { LocalDate } from '../model/local-time.ts'
import type { Tx } from './database.ts'

/** Whose money: one account on one network. */
export interface Payer {
  network: string
  account: string
}

/** Adds to what was spent on a day for a purpose; a negative amount takes off, never below nothing. */
export const addSpending = (tx: Tx, payer: Payer, day: LocalDate, purpose: Purpose, amount: number) =>
  tx
    .insertInto('spending')
    .values({ network: payer.network, account: payer.account, day, purpose, amount: Math.max(0, amount) })
    .onConflict((it) =>
      it
        .columns(['network', 'account', 'day', 'purpose'])
        .doUpdateSet((eb) => ({ amount: eb.fn('max', [eb.val(0), eb('spending.amount', '+', amount)]) })),
    )
    .execute()

/** What was spent on a day, and in its month up to and including that day; for all purposes together. */
export async function spentOn(tx: Tx, payer: Payer, day: LocalDate): Promise<Spent> {
  const rows = await tx
    .selectFrom('spending')
    .select(['day', (eb) => eb.fn.sum<number>('amount').as('amount')])
    .where('network', '=', payer.network)
    .where('account', '=', payer.account)
    .where('day', '>=', `${day.slice(0, 7)}-01`)
    .where('day', '<=', day)
    .groupBy('day')
    .execute()
  return {
    day: rows.find((row) => row.day === day)?.amount ?? 0,
    month: rows.reduce((sum, row) => sum + row.amount, 0),
  }
}
