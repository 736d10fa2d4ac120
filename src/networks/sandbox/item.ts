import type { MessageKind, NetworkName, Sight } from '../../model/network.ts'

/** One thing that stands, or stood, on a network: a row of `item`. */
export interface Item {
  seq: number
  network: NetworkName
  side: 'public' | 'ours'
  kind: MessageKind | 'post'
  /** The handle as it was typed; the account where it is ours. */
  author: string
  /** Who is meant for the network, whatever the capitals: the author, or whom our private message goes to. */
  person: string
  text: string
  /** JSON: Attachment[]. */
  attachments: string
  parent: number | null
  thread: number | null
  root: number | null
  answers: number | null
  at: number
  visible_at: number
  revision: number
  deleted_at: number | null
  liked_at: number | null
  /** How one of the public's stands before others, held by the network or as we decided; null: in sight. */
  sight: Sight
}

export type NewItem = Omit<Item, 'seq' | 'thread' | 'root' | 'answers' | 'revision' | 'deleted_at' | 'liked_at'>

/** The network's key for a handle: capitals make no other person. */
export const personOf = (handle: string): string => handle.normalize('NFC').toLowerCase()

/**
 * Where a new item hangs. A branch begins with the topmost *public* item under a post of ours, so two hundred people
 * under one post are two hundred branches, and what answers our own text without a public one above begins its own.
 */
export function place(item: NewItem, parent: Item | null) {
  if (!parent || item.kind === 'direct') {
    return { thread: null, root: null, answers: parent ? nearestOurs(parent) : null }
  }
  return {
    thread: parent.side === 'public' ? (parent.thread ?? parent.seq) : parent.thread,
    root: parent.root ?? parent.seq,
    answers: nearestOurs(parent),
  }
}

const nearestOurs = (parent: Item) => (parent.side === 'ours' ? parent.seq : parent.answers)
