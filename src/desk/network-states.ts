import type { NetworkName } from '../model/network.ts'
import { type SourceStanding, sourceStandings } from '../store/source-states.ts'
import { type Access, accessOf } from './access.ts'
import type { Act } from './act.ts'
import { type Budget, budgetOf, standingLevel } from './budget.ts'

/** How one network stands; moments are UTC ms. */
export interface NetworkState {
  network: NetworkName
  account: string
  live: boolean
  /** When something last came in; null: never yet. */
  news: number | null
  /** How reading goes, `lag` in ms; null where it was not read yet. */
  reading: (SourceStanding & { lag: number }) | null
  /** Why nothing may leave at this moment: auth, quota, unreachable or budget; null where it may. */
  held: string | null
  /** What was spent, and how near that is to the caps; null while the sandbox plays it. */
  budget: Budget | null
  /** Null where nobody has looked yet. */
  access: Access | null
}

export async function networkStates(act: Act): Promise<NetworkState[]> {
  const { tx, now, steady } = act
  const cursors = await tx
    .selectFrom('source_cursor')
    .select(['network', 'account', (eb) => eb.fn.max('at').as('news')])
    .groupBy(['network', 'account'])
    .execute()
  const rates = await tx.selectFrom('rate').select(['rate_key', 'reason']).where('until', '>', steady).execute()
  const standings = await sourceStandings(tx, now)
  const states: NetworkState[] = []
  for (const [network, { account, live }] of act.networks) {
    const budget = await budgetOf(act, network)
    states.push({
      network,
      account,
      live,
      news: cursors.find((it) => it.network === network && it.account === account)?.news ?? null,
      reading: standings.get(network) ?? null,
      held: rates.find((it) => it.rate_key === `network:${network}:${account}`)?.reason ?? null,
      budget: budget && { ...budget, level: standingLevel(act, budget) },
      access: live ? await accessOf(act, network) : null,
    })
  }
  return states
}
