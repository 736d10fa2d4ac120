import type { ColumnType, Generated } from 'kysely'
import type { Purpose } from '../model/allowance.ts'
import type { CareKind } from '../model/care.ts'
import type { MessageKind, NetworkName, Sight } from '../model/network.ts'

/** 0 or 1: SQLite has no boolean, and the same queries must run on PostgreSQL. */
type Flag = ColumnType<number, number | undefined, number>
/** UTC milliseconds. */
type At = number

export interface Tables {
  conversation: ConversationTable
  person: PersonTable
  message: MessageTable
  label: { conversation: number; label: string; by: string; at: At }
  /** What needs a person first: each kind once a conversation, until a person takes it off. */
  care: {
    conversation: number
    kind: CareKind
    at: At
    cleared_at: ColumnType<At | null, At | null | undefined, At | null>
    cleared_by: ColumnType<string | null, string | null | undefined, string | null>
  }
  draft: DraftTable
  /** Where a conversation stands in a chat: `main` is where it goes on, `moved` where it stood before. */
  thread: {
    conversation: number
    platform: string
    channel: string
    role: 'main' | 'moved'
    ref: string
    /** When it was opened because the one before it was gone. */
    reopened_at: ColumnType<At | null, At | null | undefined, At | null>
  }
  /** One row wherever a message of ours stands; the highest id is the newest. */
  chat_message: {
    id: Generated<number>
    platform: string
    subject: Subject
    subject_id: number
    channel: string
    thread: string
    ref: string
  }
  delivery: DeliveryTable
  history: {
    id: Generated<number>
    at: At
    by: string | null
    what: string
    conversation: number | null
    draft: number | null
    post: number | null
    detail: string | null
  }
  entry: EntryTable
  post: PostTable
  variant: VariantTable
  source_cursor: { network: string; account: string; source: string; cursor: string; at: At }
  intake: { id: string; platform: string; event: string; at: At; handled_at: At | null }
  /** Changes that could not be taken in, as the network gave them. */
  set_aside: { network: string; account: string; external_id: string; change: string; reason: string; at: At }
  /** Steady ms. `delay` is the pause's full length; `told` is 1 once the team knows that it is kept back, `since` when. */
  rate: { rate_key: string; until: At; delay: number; reason: string; since: At; told: Flag }
  /** The people of a chat platform, as they were when they last acted; their roles are never kept. */
  member: MemberTable
  /** New conversations that came too fast for a thread each, shown in one message. */
  digest: {
    id: Generated<number>
    platform: string
    channel: string
    variant: number | null
    programme: string | null
    at: At
  }
  /** `opened` is 1 once it has a thread of its own. A conversation stands in one digest a platform. */
  digest_item: { platform: string; conversation: number; digest: number; opened: Flag }
  auto_answer: { person: number; night: string; at: At }
  snippet: { id: string; text: string; by: string; at: At }
  /** What was spent on a network, a day (local to its allowance, `YYYY-MM-DD`) and a purpose; in the allowance's unit. */
  spending: { network: string; account: string; day: string; purpose: Purpose; amount: number }
  /** What networks pushed to us, verified and whole; unique by its content, so that the same again changes nothing. */
  hook: { id: string; network: string; body: string; at: At; handled_at: At | null; attempts: Flag }
  setting: { key: string; value: string; at: At; by: string | null }
}

/** What a message of ours in a chat is about; with its id it is unique per platform. */
export type Subject = 'card' | 'message' | 'draft' | 'post' | 'late' | 'notice' | 'delivery' | 'digest'

export interface ConversationTable {
  /** The number that people say: #12. */
  id: Generated<number>
  network: NetworkName
  account: string
  thread_key: string
  /** 1 for the one that new messages of this thread_key go to; a later conversation takes it over. */
  current: Flag
  kind: 'public' | 'direct'
  programme: string | null
  channel: string
  /** Why it was routed there: conversation, post, hashtag, topic, on-air, night, moved. */
  routed_by: string
  state: 'open' | 'closed'
  close_reason: string | null
  close_note: string | null
  opened_at: At
  last_in_at: At
  /** Since when the public waits for an answer; null where nothing waits. */
  waiting_since: At | null
  answered_at: At | null
  closed_at: At | null
  claimed_by: string | null
  claimed_until: At | null
  previous: number | null
  /** The network's id of the post at the top of the comment thread: what stands beside it has the same. */
  root: string | null
  /** Our post that it answers, where known. */
  variant: number | null
  person: number
  messages: number
}

export interface PersonTable {
  id: Generated<number>
  network: NetworkName
  account: string
  external_id: string
  handle: string
  name: string
  first_at: At
  ignored: Flag
}

export interface MessageTable {
  id: Generated<number>
  network: NetworkName
  account: string
  external_id: string
  conversation: number | null
  /** Its place in the conversation, from 1: people say 12.3. 0 for a tombstone. */
  ordinal: number
  person: number | null
  direction: 'in' | 'out'
  kind: MessageKind
  text: string
  at: At
  received_at: At
  revision: number
  state: 'live' | 'deleted'
  in_reply_to: string | null
  url: string | null
  attachments: string
  /** For our own: the draft it came from. */
  draft: number | null
  edited_at: At | null
  /** Why the network would not take an answer of ours to it; null where it would. */
  unanswerable: ColumnType<string | null, string | null | undefined, string | null>
  /** How it stands before others; null: in sight. */
  sight: ColumnType<Sight, Sight | undefined, Sight>
  /** When the network was last asked whether it still stands there so. */
  checked_at: ColumnType<At | null, At | null | undefined, At | null>
}

export interface DraftTable {
  id: Generated<number>
  conversation: number
  /** The message it answers. */
  message: number
  /** The newest message of its addressee, and that message's revision, that the writer had seen. */
  seen_message: number
  seen_revision: number
  kind: 'reply' | 'correction' | 'auto'
  text: string
  media: string
  by: string
  /**
   * asked: waits for its writer's Send · held: in the hold · kept: stayed inside · undone: taken back in the hold ·
   * sending · sent · stale: stopped, the addressee wrote again · refused: the network or the desk said no ·
   * unknown: may be out · person: a person must decide · retracting · retracted · review: waits for the resume's review
   */
  state: DraftState
  reason: string | null
  delivery: number | null
  external_id: string | null
  url: string | null
  created_at: At
  sent_at: At | null
  /** The chat message it was typed in, so that editing that message changes the draft. */
  source_platform: string | null
  source_message: string | null
}
export type DraftState =
  | 'asked'
  | 'held'
  | 'kept'
  | 'undone'
  | 'sending'
  | 'sent'
  | 'stale'
  | 'refused'
  | 'unknown'
  | 'person'
  | 'retracting'
  | 'retracted'
  | 'review'

export interface DeliveryTable {
  id: Generated<number>
  /** Opaque and unique; the only thing of ours that a chat platform gets to keep. */
  key: string
  target: 'chat' | 'network'
  /** The chat platform's or the network's name. */
  to: string
  account: string
  verb: 'open' | 'post' | 'revise' | 'publish' | 'retract' | 'like' | 'moderate'
  order_key: string
  rate_key: string
  /** 0 reply · 1 alarm · 2 mirror · 3 notice · 4 scheduled post. Decides between order keys only. */
  priority: number
  subject: Subject
  subject_id: number
  /** JSON: what rendering needs beside the subject; the frozen text of a publication. */
  body: string
  state: DeliveryState
  /** 1 when nothing of the same order key stands before it. */
  head: Flag
  /** Another delivery that must have gone out first. */
  after: number | null
  /** Steady ms; see Clock. `delay` is the full length, to clamp it after a restart. */
  not_before: At
  delay: number
  /** Wall-clock ms after which it must not go out any more. */
  not_after: At | null
  attempts: Flag
  /** The latest attempt: what went before it is known not to have gone out. */
  attempted_at: At | null
  /** The process start that holds the lease while it is being sent. */
  boot: string | null
  reason: string | null
  result_id: string | null
  result_url: string | null
  /** 1 when a person has to decide what happened. */
  person: Flag
  /** Of a post that goes out as a thread, which of its parts; from 1. */
  part: Flag
  created_at: At
  settled_at: At | null
}
/** queued → sending → sent | rejected | unknown → sent | queued | person decides; cancelled and expired never went out. */
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'rejected' | 'unknown' | 'cancelled' | 'expired'

export interface MemberTable {
  platform: string
  id: string
  name: string
  initials: string
  language: 'nl' | 'en'
  library: string | null
  partner: string | null
  at: At
}

export interface EntryTable {
  id: string
  programme: string
  source: 'yaml' | 'chat'
  cron: string | null
  /** Local `YYYY-MM-DDTHH:mm`. */
  once: string | null
  until: string | null
  /** JSON: text a network. */
  texts: string
  media: string
  /** Minutes. */
  grace: number
  /** proposed: shown to the coordinator who adds it, who has not said yes. */
  state: 'active' | 'paused' | 'cancelled' | 'proposed'
  /** 1 when a person changed it in chat: then the file no longer overrules it. */
  changed: Flag
  by: string | null
  /** Local date up to and including which its posts stand in the table. */
  planned_to: string | null
  /** From when it counts, as it is now; where nothing is planned yet, planning begins there. */
  since: At
  /** Its place in the programme's file; what was added in chat stands behind. */
  place: ColumnType<number, number | undefined, number>
}

export interface PostTable {
  id: Generated<number>
  entry: string
  programme: string
  channel: string
  /** Its original local slot, `YYYY-MM-DDTHH:mm`, kept through every move: unique with the entry. */
  slot: string
  zone: string
  due_at: At
  /** planned · out: handed to the outbox · late: not gone out in time, before a person · cancelled · skipped */
  state: 'planned' | 'out' | 'late' | 'cancelled' | 'skipped'
  moved: Flag
  /** JSON: text a network, where this one airing differs from its entry. */
  texts: string | null
  media: string
  grace: number
  reason: string | null
  /** The post under whose number the chat lists it as late, together with others of its channel. */
  alarm: number | null
  /** 1 once its channel was told that it is overdue. */
  overdue: Flag
}

export interface VariantTable {
  id: Generated<number>
  post: number
  network: NetworkName
  account: string
  text: string
  state: 'queued' | 'sent' | 'refused' | 'unknown' | 'person' | 'expired' | 'cancelled' | 'retracted'
  delivery: number | null
  external_id: string | null
  url: string | null
  reason: string | null
  /** How many posts it is on its network: more than one is a thread. */
  parts: Flag
}
