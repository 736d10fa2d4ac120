import type { Attachment, MessageKind } from './network.ts'

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

/** A change that carries a message, not its end. */
export type Written = Extract<Change, { kind: 'created' | 'edited' }>
