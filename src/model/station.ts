import type { Allowance } from './allowance.ts'
import type { Care } from './care.ts'
import type { Attachment, NetworkName } from './network.ts'

/** The station as its files describe it, after validation. Local times are wall-clock text, `HH:mm` or `YYYY-MM-DD`. */
export interface Station {
  name: string
  zone: string
  language: Language
  /** `je` or `u`: how the public is addressed. */
  address: 'je' | 'u'
  season: { start: string; weeks: number }
  /** Opening hours per ISO weekday (1 = Monday); may be empty for a day off. */
  hours: Record<Weekday, Period[]>
  /** Stretches of local time (`YYYY-MM-DDTHH:mm`, from inclusive, to exclusive) in which no post airs. */
  silences: Silence[]
  accounts: Record<NetworkName, string>
  libraries: Library[]
  members: Member[]
  partners: { id: string; name: string; topics: string[]; channel: string; experts: string[]; credit: string }[]
  programmes: Programme[]
  /** Where conversations land outside opening hours, and where alarms go that belong to no programme. */
  channels: { night: string; alarms: string }
  labels: { id: string; label: string }[]
  snippets: { id: string; text: string }[]
  /** How the station lives in Slack. */
  slack: {
    groups: PeopleGroup[]
    /** The name of an emoji, and the command that it stands for in a thread. */
    reactions: Record<string, string>
  }
  /** What each network may cost and how the station listens there, once it is there for real. */
  networks: { x: XTerms; facebook: Terms; youtube: Terms }
  /** The hosts, or `.domain` for all under one, from which pictures may be fetched to be posted. */
  media: { hosts: string[] }
  autoAnswer: { text: Record<Language, string> }
  care: Care
  replies: {
    /** The hold before a reply goes out, and how long a claim lasts, in ms. */
    hold: number
    claim: number
    /** A closed conversation reopens within so many days. */
    reopenDays: number
    /** Put before a curator's initials; empty where a library does not want them. */
    initials: string
  }
}

export interface Terms {
  allowance: Allowance
}

/** What X asks for one of each, in micro-dollars. */
export const X_PRICES = ['read', 'mention', 'direct', 'post', 'link', 'reply', 'delete'] as const
export interface XTerms extends Terms {
  prices: Record<(typeof X_PRICES)[number], number>
  /** Whether the programmes' hashtags are searched for, and what else is. */
  listen: { hashtags: boolean; searches: string[] }
}

export type Language = 'nl' | 'en'
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
export interface Silence {
  from: string
  to: string
  reason: string
}
/** From (inclusive) to (exclusive), `HH:mm`; `24:00` is the day's end. */
export interface Period {
  from: string
  to: string
}

export interface Library {
  id: string
  name: string
  /** Where a complaint about it goes; null where the station's general way is taken. */
  route: string | null
}

export const ROLES = ['curator', 'expert', 'coordinator', 'researcher', 'administrator'] as const
export type Role = (typeof ROLES)[number]

export interface Member {
  id: string
  name: string
  roles: Role[]
  library: string | null
  partner: string | null
  initials: string
  language: Language
  /** How a chat platform mentions a member who is a function: the handle of a user group there, or a person's id. */
  slack: string | null
}

/** A group of people on a chat platform, by its handle there, and what its people are at the station. */
export interface PeopleGroup {
  handle: string
  roles: Role[]
  library: string | null
  partner: string | null
}

export interface Programme {
  id: string
  name: string
  topic: string
  description: string
  channel: string
  hashtags: string[]
  /** Words that route a stranger's message here when nothing stronger does. */
  topicWords: string[]
  hosts: string[]
  slots: Slot[]
  threads: 'confirm' | 'explicit'
  /** How late a post of this programme may still go out, in minutes. */
  grace: number
  entries: EntryFile[]
}

/** A recurring place on the weekly grid. */
export interface Slot {
  days: Weekday[]
  from: string
  to: string
}

/** An entry as a programme's file gives it; `cron` or `once` (local `YYYY-MM-DDTHH:mm`), never both. */
export interface EntryFile {
  id: string
  cron: string | null
  once: string | null
  /** Last local date on which it airs, or null. */
  until: string | null
  texts: Partial<Record<NetworkName, string>>
  media: Attachment[]
  grace: number
}
