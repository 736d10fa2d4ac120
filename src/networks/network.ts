import type { Change } from '../model/change.ts'
import type { Found, Limits, NetworkName, Outcome, Publication } from '../model/network.ts'

export type { Change } from '../model/change.ts'

/** One text of ours on its way out, from one of our accounts. */
export interface Draft extends Publication {
  account: string
}

/** A place to read from, with a cursor of its own that the station keeps. */
export interface Source {
  /** Unique within the network; the key under which the cursor is kept. */
  readonly name: string
  /** Pause between two looks, in ms; 0 where `fetch` itself waits for news. */
  readonly every: number
  /** The next page after `cursor` (null: from the start); the cursor moves even when the page is empty. */
  fetch(cursor: string | null, signal: AbortSignal): Promise<{ changes: Change[]; cursor: string; more: boolean }>
}

/** A network as the station sees it. What a network cannot do is absent, not stubbed. */
export interface Network {
  readonly name: NetworkName
  readonly account: string
  /** False while the sandbox plays this network. */
  readonly live: boolean
  readonly limits: Limits
  publish(draft: Draft, key: string): Promise<Outcome>
  find?(draft: Draft, key: string, since: number): Promise<Found>
  retract?(id: string): Promise<Outcome>
  like?(id: string): Promise<Outcome>
  sources(): Source[]
}
