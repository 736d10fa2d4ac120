import type { Denial } from '../model/denials.ts'
import type { NetworkName } from '../model/network.ts'
import { sourceStandings } from '../store/source-states.ts'
import type { Act } from './act.ts'

/** What the calls themselves say of our access when they fail. */
const ABOUT_ACCESS = ['auth', 'account', 'permission'] as const

/** Whether a call failed for want of access: until a person renews it, it fails again. */
export const isDenied = (code: string | null): code is (typeof ABOUT_ACCESS)[number] =>
  (ABOUT_ACCESS as readonly (string | null)[]).includes(code)

/** The calls to each network, reading or writing, that fail at this moment for want of access. */
export async function denials(act: Pick<Act, 'tx' | 'now' | 'networks'>): Promise<Map<NetworkName, Denial[]>> {
  const standings = await sourceStandings(act.tx, act.now)
  const held = await act.tx
    .selectFrom('rate')
    .select(['rate_key', 'reason', 'until'])
    .where('reason', 'in', ABOUT_ACCESS)
    .execute()
  return new Map(
    [...act.networks].map(([network, { account }]) => {
      const { error = null, denied } = standings.get(network) ?? {}
      const reading = isDenied(error) ? [{ calls: 'reading' as const, why: error, mark: denied ?? 0 }] : []
      const writing = held
        .filter((it) => it.rate_key === `network:${network}:${account}`)
        .map(({ reason, until }) => ({ calls: 'writing' as const, why: reason, mark: until }))
      return [network, [...reading, ...writing]]
    }),
  )
}
