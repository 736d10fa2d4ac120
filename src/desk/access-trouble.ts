import type { NetworkName } from '../model/network.ts'
import { sourceStandings } from '../store/source-states.ts'
import type { Act } from './act.ts'

/** What the calls themselves say of our access when they fail. */
const ABOUT_ACCESS: readonly string[] = ['auth', 'account', 'permission']

/** The networks whose calls, reading or writing, fail at this moment for want of access. */
export async function deniedNetworks(act: Pick<Act, 'tx' | 'now' | 'networks'>): Promise<Set<NetworkName>> {
  const standings = await sourceStandings(act.tx, act.now)
  const held = await act.tx.selectFrom('rate').select('rate_key').where('reason', '=', 'auth').execute()
  const denied = [...act.networks].filter(
    ([network, { account }]) =>
      ABOUT_ACCESS.includes(standings.get(network)?.error ?? '') ||
      held.some((it) => it.rate_key === `network:${network}:${account}`),
  )
  return new Set(denied.map(([network]) => network))
}
