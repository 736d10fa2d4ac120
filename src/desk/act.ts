import type { Limits, NetworkName } from '../model/network.ts'
import type { Member, Station } from '../model/station.ts'
import type { Tx } from '../store/database.ts'

/** What the desk knows of a network: its limits and who plays it, never the network itself. */
export interface NetworkFacts {
  account: string
  live: boolean
  limits: Limits
}

/** Everything that stays the same from one act to the next. */
export interface Desk {
  station: Station
  networks: ReadonlyMap<NetworkName, NetworkFacts>
  /** The chat platforms that are there; each gets its own deliveries. */
  platforms: readonly string[]
}

/**
 * One act at the desk: a verb takes it first and does all its work in `tx`. `now` is wall-clock and `steady` is
 * stepless time (see model/clock), both taken once, before the transaction. `by` is null when the station itself acts.
 */
export interface Act extends Desk {
  tx: Tx
  now: number
  steady: number
  by: Member | null
}
