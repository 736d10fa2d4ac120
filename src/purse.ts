import { type Allowance, boundBy, dayOf, levelOf, nextPeriod, type Purpose, room } from './model/allowance.ts'
import type { Clock } from './model/clock.ts'
import type { Purse } from './networks/network.ts'
import { Takes } from './purse/takes.ts'
import type { Store } from './store/database.ts'
import { addSpending, spentOn } from './store/spending.ts'

export interface PurseParts {
  store: Store
  clock: Clock
  network: string
  account: string
  allowance: Allowance
  /** Told where something was refused for want of room. */
  told?: (purpose: Purpose, amount: number) => void
}

/**
 * The money or quota of one account, kept in the store: what is put down stands there before the call is made, so
 * that no crash forgets it. Nothing is given back by itself: a call that failed may have cost as much as one that did not.
 */
export function purseOf(parts: PurseParts): Purse {
  const { store, clock, allowance } = parts
  const takes = new Takes()
  let binds: 'day' | 'month' = 'day'

  return {
    async take(purpose, amount) {
      countable(amount)
      if (amount === 0) return true
      const now = clock.now()
      const day = dayOf(allowance, now)
      const refused = await store.db.transaction().execute(async (tx) => {
        // The write comes first: it takes the file's lock, so that nobody spends between our looking and our spending.
        await addSpending(tx, parts, day, purpose, amount)
        const spent = await spentOn(tx, parts, day)
        if (room(allowance, purpose, spent) >= 0) return null
        await addSpending(tx, parts, day, purpose, -amount)
        return { day: spent.day - amount, month: spent.month - amount }
      })
      if (refused === null) {
        takes.add({ purpose, amount, day, at: now })
        return true
      }
      binds = boundBy(allowance, purpose, refused, amount)
      parts.told?.(purpose, amount)
      return false
    },
    async giveBack(purpose, amount) {
      countable(amount)
      if (amount === 0) return
      const day = takes.dayFor(purpose, amount) ?? dayOf(allowance, clock.now())
      await store.db.transaction().execute((tx) => addSpending(tx, parts, day, purpose, -amount))
    },
    async left(purpose) {
      const day = dayOf(allowance, clock.now())
      const spent = await store.db.transaction().execute((tx) => spentOn(tx, parts, day))
      binds = boundBy(allowance, purpose, spent)
      return Math.max(0, room(allowance, purpose, spent))
    },
    async saving() {
      const day = dayOf(allowance, clock.now())
      const spent = await store.db.transaction().execute((tx) => spentOn(tx, parts, day))
      return levelOf(allowance, spent) !== 'normal'
    },
    until: () => nextPeriod(allowance, clock.now(), binds) - clock.now(),
  }
}

/** Micro-dollars and units come whole; anything else is a fault in what asks. */
function countable(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} cannot be spent`)
}
