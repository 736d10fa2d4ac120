import type { Attachment, NetworkName } from './network.ts'

/**
 * A field of a form that a button opens. `limit` makes the platform show the length as the network counts it; an `opened`
 * field is not shown: the platform fills in when it opened the form, UTC ms.
 */
export interface Field {
  name: string
  label: string
  kind: 'text' | 'lines' | 'choice' | 'opened'
  value?: string
  required?: boolean
  options?: { value: string; label: string }[]
  limit?: { network: NetworkName; max: number; suffix: string }
}

export interface Button {
  /** The verb, e.g. `claim`, `send`, `undo`; the station's name for it, not shown. */
  action: string
  /** What it acts on, e.g. a conversation's number or a draft's id. */
  value: string
  label: string
  style?: 'primary' | 'danger'
  /** True where it belongs behind "more". */
  overflow?: boolean
  form?: { title: string; submit: string; context?: string; fields: Field[] }
}

/** What the public wrote: shown inert, cut visibly when too long, always with its link. */
export interface Quote {
  author: string
  text: string
  at: number
  url: string | null
  edited: boolean
  deleted: boolean
  attachments: Attachment[]
}

/** One message of the station in a chat, free of any platform's markup. All strings are plain text. */
export interface Content {
  kind: 'card' | 'message' | 'reply' | 'notice' | 'alarm' | 'post' | 'private'
  text: string
  quote?: Quote
  facts?: { label: string; value: string; url?: string }[]
  /** A short state word for a badge, with its tone. */
  state?: { label: string; tone: 'waiting' | 'busy' | 'done' | 'bad' | 'quiet' }
  /** Members who are to be notified, by their id. */
  mentions?: string[]
  buttons?: Button[]
  link?: { label: string; url: string }
  /** SANDBOX or LIVE, with the network. */
  banner?: string
  /** For machines and tests: what this is about. */
  about?: {
    conversation?: number
    /** Further conversations whose messages it quotes: what is deleted there must go from here. */
    conversations?: number[]
    network?: string
    author?: string
    draft?: number
    post?: number
    /** The message as people say it, `12.3`, and its id on the network. */
    message?: string
    external?: string
    /** For a refusal: its code. */
    code?: string
  }
}

/** Something a member did on a chat platform. `id` is the platform's and unique; the same one may come again. */
export type ChatEvent = { id: string; at: number; by: string; channel: string } & (
  | { kind: 'command'; text: string }
  | { kind: 'message'; thread: string | null; message: string; text: string; attachments: Attachment[] }
  | { kind: 'edited'; thread: string | null; message: string; text: string }
  | { kind: 'deleted'; thread: string | null; message: string }
  | { kind: 'action'; thread: string | null; action: string; value: string; form: Record<string, string> }
)
