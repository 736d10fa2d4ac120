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
  form?: Form
}

/** What a person fills in behind a button. */
export interface Form {
  title: string
  submit: string
  context?: string
  /** The conversation so far, oldest first, where the platform has room for it. */
  quotes?: Quote[]
  /** What would go out of what stands in the fields, as the public would read it, with its length as the network counts. */
  preview?: { text: string; length: number; max: number }
  fields: Field[]
}

/** A person asks for the form behind a button. `typed` is what stands in its fields already. */
export interface FormAsked {
  by: string
  channel: string
  thread: string | null
  action: string
  value: string
  typed: Record<string, string>
}

/** What a person gets to see who asks for a form: the form as things stand, or why there is none. */
export type FormAnswer = { form: Form } | { told: Content[] }

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
  kind: 'card' | 'message' | 'reply' | 'notice' | 'alarm' | 'post' | 'private' | 'digest'
  text: string
  quote?: Quote
  /** What a person must know before anything else, and what to do then; above all the rest. */
  care?: { label: string; tone: 'danger' | 'notice'; lines: string[] }
  facts?: { label: string; value: string; url?: string }[]
  /** A short state word for a badge, with its tone. */
  state?: { label: string; tone: 'waiting' | 'busy' | 'done' | 'bad' | 'quiet' }
  /** Members who are to be notified, by their id. */
  mentions?: string[]
  buttons?: Button[]
  /** One of many to be chosen, where a button each would be too many; the chosen value is the action's. */
  pick?: { action: string; label: string; options: { value: string; label: string }[] }
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

/**
 * Something a member did on a chat platform. `id` is the platform's and unique; the same one may come again. A command
 * has a `thread` where it was given about one (a reaction); `thread` may then be any message of it. What is said
 * `toColleague` names somebody of the team and is never meant for the public.
 */
export type ChatEvent = { id: string; at: number; by: string; channel: string } & (
  | { kind: 'command'; text: string; thread?: string | null }
  | {
      kind: 'message'
      thread: string | null
      message: string
      text: string
      attachments: Attachment[]
      toColleague?: boolean
    }
  | { kind: 'edited'; thread: string | null; message: string; text: string; toColleague?: boolean }
  | { kind: 'deleted'; thread: string | null; message: string }
  | { kind: 'action'; thread: string | null; action: string; value: string; form: Record<string, string> }
)
