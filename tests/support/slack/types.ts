/** The shapes that travel between the parts of the fake Slack. Times are Slack's: `ts` is text, seconds with six decimals. */

export type Args = Record<string, unknown>

export interface TextObject {
  type: string
  text: string
  [key: string]: unknown
}
export interface Option {
  text: TextObject
  value?: string
  [key: string]: unknown
}
/** Anything that can be pressed, chosen or typed in. */
export interface Element {
  type: string
  action_id?: string
  text?: TextObject
  value?: string
  options?: Option[]
  initial_option?: Option
  initial_value?: string
  [key: string]: unknown
}
export interface Block {
  type: string
  block_id?: string
  text?: TextObject
  accessory?: Element
  /** Of an input. */
  element?: Element
  elements?: Element[]
  [key: string]: unknown
}

export interface Metadata {
  event_type: string
  event_payload: Record<string, unknown>
}
export interface Reaction {
  name: string
  users: string[]
  count: number
}
export interface Message {
  type: 'message'
  ts: string
  text: string
  subtype?: string
  user?: string
  bot_id?: string
  app_id?: string
  team?: string
  client_msg_id?: string
  blocks?: Block[]
  files?: Record<string, unknown>[]
  thread_ts?: string
  parent_user_id?: string
  reply_count?: number
  reply_users?: string[]
  latest_reply?: string
  edited?: { user: string; ts: string }
  reactions?: Reaction[]
  metadata?: Metadata
  hidden?: boolean
  [key: string]: unknown
}
export interface Ephemeral extends Message {
  channel: string
  /** Who alone sees it. */
  to: string
  /** Its number in the journal, which grows when it is replaced. */
  seq: number
}

export interface Person {
  id: string
  name: string
  realName: string
  displayName: string
  locale: string
  deleted: boolean
  bot: boolean
}
export interface Channel {
  id: string
  name: string
  kind: 'public' | 'private' | 'im'
  members: Set<string>
  topic: string
  purpose: string
  archived: boolean
  created: number
  creator: string
  /** Top-level messages, oldest first. */
  roots: Message[]
  /** The replies of each root, oldest first. */
  threads: Map<string, Message[]>
  byTs: Map<string, Message>
}
export interface Group {
  id: string
  handle: string
  name: string
  users: Set<string>
  disabled: boolean
  updated: number
}

export interface View {
  id: string
  type: 'modal' | 'home'
  user: string
  callback_id: string
  private_metadata: string
  external_id: string
  hash: string
  title?: TextObject
  submit?: TextObject | null
  close?: TextObject | null
  blocks: Block[]
  state: { values: Record<string, Record<string, Record<string, unknown>>> }
  clear_on_close: boolean
  notify_on_close: boolean
  root_view_id: string
  previous_view_id: string | null
}

/** One call that reached the API. */
export interface Seen {
  /** By the fake's clock, ms. */
  at: number
  method: string
  args: Args
  status: number
  ok: boolean
  error: string | null
}
export interface Ping {
  /** A user's id, a group's id, or `channel`, `here`, `everyone`. */
  who: string
  channel: string
  ts: string
  method: string
}
export interface Link {
  url: string
  label: string
  channel: string
  ts: string
}
/** What a person saw Slack say instead of the app's answer. */
export interface ErrorSeen {
  user: string
  about: string
  reason: string
}
/** How long one delivery took to be acknowledged, in real ms. */
export interface AckTime {
  type: string
  id: string
  ms: number
  attempt: number
}
