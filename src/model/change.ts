import type { Attachment, MessageKind, Sight } from './network.ts'

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
      /** Counts up with each edit; a lower one than what is known is old news. Null where the network does not count: another text is a newer one. */
      revision: number | null
      /** Why the network would not take an answer of ours to it, as a reason's code; absent or null where it would. */
      unanswerable?: string | null
      /** How it stands before others, where the network says so; absent: in sight. */
      sight?: Sight
    }
  | { kind: 'deleted'; account: string; id: string; at: number }

/** A change that carries a message, not its end. */
export type Written = Extract<Change, { kind: 'created' | 'edited' }>
