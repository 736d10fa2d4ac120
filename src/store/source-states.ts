import { isNetwork, type NetworkName } from '../model/network.ts'
import type { Tx } from './database.ts'
import { set } from './settings.ts'

/** How reading a network goes, all its sources together. Moments are UTC ms. */
export interface SourceStanding {
  /** When a page last came in whole; null: never yet. */
  lastPoll: number | null
  /** When the newest of what came in was written, while the network says that there is more; null: nothing waits there. */
  behind: number | null
  /** Why it fails, as the code of SourceFailed or `unclear`; null while it goes well. */
  error: string | null
  /** When a call was last denied for want of access; absent while none is. */
  denied?: number
  /** True while our own budget keeps it from being read. */
  saving: boolean
  /** The code of the failure that the team was told; null where it takes the network to be well. */
  told: string | null
}

const PREFIX = 'reading:'

/** Keeps how reading a network goes, for whoever sees nothing but the store. */
export const keepSourceStanding = (act: { tx: Tx; now: number }, network: NetworkName, standing: SourceStanding) =>
  set(act, `${PREFIX}${network}`, JSON.stringify(standing), null)

/** How reading each network goes, as it was a few seconds ago at most; `lag`: ms behind, 0 where nothing waits. */
export async function sourceStandings(
  tx: Tx,
  now: number,
): Promise<Map<NetworkName, SourceStanding & { lag: number }>> {
  const rows = await tx
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', '>=', PREFIX)
    .where('key', '<', `${PREFIX}~`)
    .execute()
  const known = rows.flatMap(({ key, value }) => {
    const network = key.slice(PREFIX.length)
    const standing = JSON.parse(value) as SourceStanding
    const lag = standing.behind === null ? 0 : Math.max(0, now - standing.behind)
    return isNetwork(network) ? [[network, { ...standing, lag }] as const] : []
  })
  return new Map(known)
}
