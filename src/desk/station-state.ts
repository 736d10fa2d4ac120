import { sql } from 'kysely'
import type { Delivery } from '../store/outbox.ts'
import { unsettled } from '../store/unsettled.ts'
import type { Act } from './act.ts'
import { memberName } from './members.ts'
import { type NetworkState, networkStates } from './network-states.ts'
import { postsForApproval } from './schedule/costs-approval.ts'

export interface StationState {
  /** Who paused it and when, in wall-clock ms. */
  paused: { who: string; at: number } | null
  networks: NetworkState[]
  outbox: { chat: number; network: number; unknown: number }
  /** What only a person can decide, oldest first. */
  forPerson: Delivery[]
  /** Posts that wait for a person's word about what they cost, by number. */
  forApproval: number[]
}

const SHOWN = 10

/** How the station is doing: what plays its networks, what waits to go out, what stands before a person. */
export async function stationState(act: Act): Promise<StationState> {
  const counts = await act.tx
    .selectFrom('delivery')
    .select(['target', 'state', (eb) => eb.fn.countAll<number>().as('n')])
    .where(unsettled)
    .groupBy(['target', 'state'])
    .execute()
  const sum = (matches: (row: (typeof counts)[number]) => boolean) =>
    counts.filter(matches).reduce((all, row) => all + row.n, 0)
  return {
    paused: await pausedBy(act),
    networks: await networkStates(act),
    outbox: {
      chat: sum((row) => row.target === 'chat' && row.state !== 'unknown'),
      network: sum((row) => row.target === 'network' && row.state !== 'unknown'),
      unknown: sum((row) => row.state === 'unknown'),
    },
    forPerson: await act.tx
      .selectFrom('delivery')
      .selectAll()
      .where(sql<boolean>`state = 'unknown'`)
      .where('person', '=', 1)
      .orderBy('id')
      .limit(SHOWN)
      .execute(),
    forApproval: await postsForApproval(act.tx, SHOWN),
  }
}

export async function pausedBy(act: Act): Promise<StationState['paused']> {
  const row = await act.tx
    .selectFrom('setting')
    .select(['value', 'by', 'at'])
    .where('key', '=', 'paused')
    .executeTakeFirst()
  return row?.value === 'yes' ? { who: memberName(act.station, row.by), at: row.at } : null
}
