import { setImmediate as turn } from 'node:timers/promises'
import type { Act } from '../desk/act.ts'
import { type Page, receive } from '../desk/receive.ts'
import { setAside } from '../desk/set-aside.ts'
import { isDatabaseTrouble } from '../store/trouble.ts'
import { actOf, type TakingParts } from './parts.ts'

/** So many changes a transaction; then whoever waits for the event loop gets his turn. */
const AT_ONCE = 50

/**
 * Takes a page in. Its end, its cursor and what `also` does are one transaction: none of them can be ahead of the
 * others. Where that fails, its changes go in one by one, and one that fails by itself is set aside.
 * @throws database trouble: nothing of the end was kept, and the same page can be taken in again
 */
export async function takeIn(parts: TakingParts, page: Page, also?: (act: Act) => Promise<unknown>): Promise<void> {
  const last = Math.max(0, Math.ceil(page.changes.length / AT_ONCE) - 1) * AT_ONCE
  for (let from = 0; from < last; from += AT_ONCE) {
    await take(parts, partOf(page, from, from + AT_ONCE))
    await turn()
  }
  await take(parts, { ...page, changes: page.changes.slice(last) }, also)
}

async function take(parts: TakingParts, page: Page, also?: (act: Act) => Promise<unknown>): Promise<void> {
  const whole = (given: Page) =>
    parts.store.transaction(async (tx) => {
      const act = actOf(parts, tx)
      await receive(act, given)
      await also?.(act)
    })
  try {
    await whole(page)
  } catch (error) {
    if (isDatabaseTrouble(error)) throw error
    for (let at = 0; at < page.changes.length; at++) await takeAlone(parts, partOf(page, at, at + 1))
    await whole({ ...page, changes: [] })
  }
}

async function takeAlone(parts: TakingParts, page: Page): Promise<void> {
  const { store, log } = parts
  try {
    await store.transaction((tx) => receive(actOf(parts, tx), page))
  } catch (fault) {
    if (isDatabaseTrouble(fault)) throw fault
    const why = fault instanceof Error ? fault.message : String(fault)
    for (const change of page.changes) {
      log.error(
        { err: fault, network: page.network, id: change.id },
        'a message could not be taken in; it is kept aside',
      )
      await store.transaction((tx) => setAside(actOf(parts, tx), page, change, why))
    }
  }
}

/** A stretch of a page, without what belongs to its end. */
const partOf = ({ gap: _, ...page }: Page, from: number, to: number): Page => ({
  ...page,
  changes: page.changes.slice(from, to),
  cursor: null,
})
