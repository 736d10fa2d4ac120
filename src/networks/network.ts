import type { Attachment, Found, Limits, MessageKind, NetworkName, Outcome } from '../model/network.ts'

/** One text of ours on its way out. `inReplyTo` is the network's id of the message that it answers. */
export interface Draft {
  account: string
  text: string
  inReplyTo: string | null
  kind: MessageKind | 'post'
  media: Attachment[]
}

/** Something that happened on a network. `threadKey` names the public branch or private exchange (the adapter's rule). */
export type Change =
  | {
      kind: 'created' | 'edited'
      account: string
      id: string
      threadKey: string
      /** The network's id of the post at the top of the whole comment thread, where there is one. */
      root: string | null
      inReplyTo: string | null
      /** The post or reply of ours that it answers directly or through others, nearest first; null where none. */
      answers: string | null
      what: MessageKind
      author: { id: string; handle: string; name: string }
      text: string
      attachments: Attachment[]
      url: string | null
      /** When it was written, by the network's clock, UTC ms. */
      at: number
      /** Counts up with each edit; a lower one than what is known is old news. */
      revision: number
    }
  | { kind: 'deleted'; account: string; id: string; at: number }

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
