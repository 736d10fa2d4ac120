import type { Agent } from 'node:https'
import type { Logger } from 'pino'
import type { Purpose } from '../model/allowance.ts'
import type { Change } from '../model/change.ts'
import type { Clock } from '../model/clock.ts'
import type {
  Attachment,
  Found,
  Limits,
  Moderation,
  NetworkName,
  Outcome,
  Probe,
  Publication,
} from '../model/network.ts'
import type { Picture } from '../model/picture.ts'

export type { Change } from '../model/change.ts'
export type { Probe } from '../model/network.ts'
export { type Picture, PictureRefused } from '../model/picture.ts'

/** One text of ours on its way out, from one of our accounts. */
export interface Draft extends Publication {
  account: string
}

/** What one look at a source brought. */
export interface Reading {
  /** Oldest first. */
  changes: Change[]
  /** Where to read on; it moves even when the page is empty. */
  cursor: string
  /** True while there is more at this moment: the next page is fetched at once. */
  more: boolean
  /** Ms until the next look, where the network or the money wants another pause than the source's `every`. */
  after?: number
  /** A stretch, UTC ms, of which the network no longer gives anything: people are told that it could not be read. */
  gap?: { from: number; to: number }
}

/** A place to read from, with a cursor of its own that the station keeps. */
export interface Source {
  /** Unique within the network; the key under which the cursor is kept. */
  readonly name: string
  /** Pause between two looks, in ms; 0 where `fetch` itself waits for news. */
  readonly every: number
  /** The next page after `cursor` (null: from the start). @throws {SourceFailed} where there is none to be had */
  fetch(cursor: string | null, signal: AbortSignal): Promise<Reading>
}

/** A page of changes could not be had. */
export class SourceFailed extends Error {
  /** `auth`, `rate-limit`, `quota`, `budget` (our own cap), `account` (the access is another account's), or what went wrong on the way. */
  readonly code: string
  /** How long to leave it alone, in ms; null where the network did not say. */
  readonly after: number | null
  constructor(network: NetworkName, code: string, after: number | null = null) {
    super(`${network} gave no changes: ${code}`)
    this.name = 'SourceFailed'
    this.code = code
    this.after = after
  }
}

/** A request of a network to the station's own port, exactly as it came. */
export interface HookRequest {
  method: 'GET' | 'POST'
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>
  query: URLSearchParams
  body: Buffer
}

/** `store`: what must be kept before this is answered; given to `read` afterwards, perhaps in another process start. */
export interface HookAnswer {
  status: number
  headers?: Record<string, string>
  body: string
  store?: string
}

/** What a network pushes to us. `answer` verifies; it does no input or output, and never throws. */
export interface Hook {
  answer(request: HookRequest): HookAnswer
  /** What a stored body says; it may ask the network for what the body leaves out. @throws {SourceFailed} to be asked again later */
  read(stored: string, signal: AbortSignal): Promise<Change[]>
}

/** Looking again at what is stored, as the platform's policy asks. */
export interface Recheck {
  /** Each stored message is looked at again at least so often, in ms, and so long after it was written. */
  readonly every: number
  readonly until: number
  /** At most so many ids a look. */
  readonly batch: number
  /** Only what is different from what we may have: gone, edited, hidden. @throws {SourceFailed} */
  look(messages: readonly Stored[], signal: AbortSignal): Promise<Change[]>
}

/** A message of the public that the station keeps. */
export interface Stored {
  id: string
  threadKey: string
  kind: 'mention' | 'comment' | 'direct'
}

/** A network as the station sees it. What a network cannot do is absent, not stubbed. */
export interface Network {
  readonly name: NetworkName
  readonly account: string
  /** False while the sandbox plays this network. */
  readonly live: boolean
  readonly limits: Limits
  /** @param since wall-clock ms before which nothing of this can be out: from there a duplicate is looked for; absent: now */
  publish(draft: Draft, key: string, since?: number): Promise<Outcome>
  find?(draft: Draft, key: string, since: number): Promise<Found>
  retract?(id: string, kind?: Publication['kind']): Promise<Outcome>
  like?(id: string): Promise<Outcome>
  /** Done twice it is as good as done once. */
  moderate?(id: string, verdict: Moderation): Promise<Outcome>
  sources(): Source[]
  hook?: Hook
  probe?(signal: AbortSignal): Promise<Probe>
  recheck?: Recheck
}

/** Money or quota of one network; every call that costs asks first. */
export interface Purse {
  /**
   * Puts `amount` (in the allowance's unit) down for `purpose`; false where that would go over what this purpose may
   * use today or this month, and nothing was put down.
   */
  take(purpose: Purpose, amount: number): Promise<boolean>
  /** What was put down but not used. */
  giveBack(purpose: Purpose, amount: number): Promise<void>
  /** What `purpose` may still use until then, in the allowance's unit; Infinity without caps. Reading paces itself by it. */
  left(purpose: Purpose): Promise<number>
  /** True near the cap: read less often. */
  saving(): Promise<boolean>
  /** Ms until more may be spent. */
  until(): number
}

/** Where a message stands in the station's memory. */
export interface Placed {
  /** Of its conversation; null for a post of ours (or a part of one), on top of everything, and for a tombstone. */
  threadKey: string | null
  /** Whether it is ours. */
  ours: boolean
}

/** What every adapter of a real network is given. */
export interface Surroundings {
  account: string
  clock: Clock
  log: Logger
  purse: Purse
  /** Small texts that outlive the process, under names of the adapter's own. */
  memory: { get(key: string): Promise<string | null>; set(key: string, value: string): Promise<void> }
  /** Which of these messages the station knows; also those that are deleted. */
  placed(ids: readonly string[]): Promise<ReadonlyMap<string, Placed>>
  /** Fetches a picture. @throws {PictureRefused} */
  picture(image: Attachment, maxBytes: number): Promise<Picture>
  /** The way to a host: an agent for its connections, and the proxy's address where it is reached through one (may hold a password). */
  way(host: string): { agent: Agent; proxy: string | null }
}

/** What is wrong with our access to a network, for whoever mends it. */
export interface AccessFault {
  /** The setting of .env to look at, or `account` of station.yaml. */
  variable: string
  why: 'wrong' | 'expired' | 'permission' | 'account' | 'unreachable' | 'unclear'
  /** What is short, or what the network said; never a secret. */
  detail: string | null
}

/** What an examination of an access found: nothing to mend, or what; and what is good to know, such as until when it holds. */
export interface Examined {
  faults: AccessFault[]
  /** Whom the access belongs to, as the network says; null where it does not. */
  account: string | null
  expires: number | null
}
