import type { NetworkName } from '../../../src/model/network.ts'

/** What a reader wrote, as the network itself keeps it. */
export interface Written {
  id: string
  author: string
  kind: string
  text: string
  inReplyTo: string | null
  at: number
  /** When the network brought it and was told that it came; null until then, absent where nothing is brought. */
  brought?: number | null
  state: 'live' | 'deleted'
}

/** What the public can see of ours. */
export interface Ours {
  id: string
  kind: string
  text: string
  inReplyTo: string | null
  at: number
}

/** A misfortune of the next calls of ours. */
export interface Misfortune {
  kind: 'drop-after-accept' | 'drop-before' | '429' | '500' | 'slow' | 'garbage' | 'auth'
  on: 'writes' | 'reads' | 'all'
  times: number
  /** Seconds, for a 429. */
  retryAfter: number
}

/** A network's fake behind the sandbox's calls: what the public does there, and what befalls the station. */
export interface Stage {
  readonly name: NetworkName
  write(author: string, text: string, inReplyTo: string | null, kind: string | undefined): string
  edit(id: string, text: string): void
  remove(id: string): void
  /** In the order of writing. */
  written(): Written[]
  ours(): Ours[]
  misfortune(one: Misfortune): void
  calm(): void
  /** Takes away what limits the pace, not what limits the content. */
  lift(lifted: boolean): void
}

/** The public cannot do this here: a message that is gone, or an act that this network would not tell us of. */
export class NotHere extends Error {}
