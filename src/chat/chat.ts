import type { ChatEvent, Content, FormAnswer, FormAsked } from '../model/chat.ts'
import type { Found, Outcome } from '../model/network.ts'
import type { Member, PeopleGroup } from '../model/station.ts'

/** What the station wants to exist on a chat platform before it goes on the air. */
export interface Premises {
  /** `order` says when the channel's programme is on; null for a channel that has none. */
  channels: { name: string; topic: string; order: string | null }[]
  /** `slack`: how a member who is a function is mentioned there, a user group's handle or a person's id. */
  people: {
    id: string
    name: string
    initials: string
    roles: string[]
    language: 'nl' | 'en'
    slack: string | null
  }[]
  /** Which of the platform's groups carry which roles, where the platform knows its people itself. */
  groups: readonly PeopleGroup[]
  /** The platform's name of a reaction, and the command that it stands for in a thread: `eyes` and `claim`. */
  reactions: Readonly<Record<string, string>>
  /** Where the station's alarms go; a name of `channels`. */
  alarms: string
  language: 'nl' | 'en'
  /** The IANA name of the zone whose wall clock the team reads. */
  zone: string
  /** One banner a network: who plays it. */
  networks: { name: string; live: boolean }[]
  /** For completion in the composer, where the platform has that: a line a command. */
  commands: { name: string; usage: string; summary: string }[]
}

/** Something about a platform that a person has to mend; `code` names its sentence in wording/trouble. */
export interface Trouble {
  code: string
  facts?: Record<string, string>
}

/** What a platform calls back. */
export interface Handlers {
  /** Makes events durable before they are acknowledged; may be given an event again. */
  store(events: ChatEvent[]): Promise<void>
  /** Acts on an event that is stored; its answers reach only the person who acted. */
  handle(event: ChatEvent): Promise<Content[]>
  /** The form behind a button, as things stand at this moment. Changes nothing, so it is neither stored nor unique. */
  form(asked: FormAsked): Promise<FormAnswer>
  /** A person's own page, where the platform has one. */
  home(by: string): Promise<Content[]>
  /** Tells that something has to be mended, or (`mended`) that it is; the same again is no news. */
  trouble(trouble: Trouble, mended?: boolean): void
}

/** A little that an adapter has to remember through a restart, by a key of its own. */
export interface Memory {
  get(key: string): Promise<string | null>
  set(key: string, value: string): Promise<void>
}

/** A request that a platform made of the station's one port; `body` is what came, byte for byte, as UTF-8. */
export interface RawRequest {
  headers: Readonly<Record<string, string | undefined>>
  body: string
}
export interface RawAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/**
 * A chat platform as the station sees it. References (`thread`, `message`) are the platform's own and opaque to us;
 * `open` and `post` answer with the reference of the new message as the outcome's `id`, `open` with the thread's.
 * In every platform the root message of a thread has the same reference as its thread. A thread or a message that is
 * not there any more is `rejected` as `gone`, a channel that is not there or takes nothing from us as `no-channel`.
 */
export interface Chat {
  readonly platform: string
  /** False from a call that got no answer until the next one that does. */
  readonly reachable: boolean
  /**
   * Least ms between two messages in a channel, and between two revisions anywhere, once the platform has said that it
   * is too fast; what new conversations come in meanwhile is gathered in digests. Absent: each comes on its own.
   */
  readonly pace?: { post: number; revise: number }
  prepare(premises: Premises): Promise<void>
  open(channel: string, content: Content, key: string): Promise<Outcome>
  post(channel: string, thread: string, content: Content, key: string): Promise<Outcome>
  revise(channel: string, message: string, content: Content, key: string): Promise<Outcome>
  find?(channel: string, thread: string | null, key: string): Promise<Found>
  /**
   * Who this is, with the roles that the platform gives at this moment; null for somebody it gives none. `fresh` where
   * the act matters: then what was read a while ago does not do. Throws where the platform does not say. Absent: the
   * people of station.yaml.
   */
  member?(id: string, fresh: boolean): Promise<Member | null>
  /** Answers what the platform sends to the station's port, and proves first that it comes from there. */
  webhook?(request: RawRequest): Promise<RawAnswer>
  /** Takes events until `signal` is aborted. */
  listen(handlers: Handlers, signal: AbortSignal): Promise<void>
}
