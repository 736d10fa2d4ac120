import type { SocketModeOptions } from '@slack/socket-mode'
import type { KnownBlock, RichTextElement } from '@slack/types'
import type { Logger } from 'pino'
import type { Content } from '../../model/chat.ts'
import type { Clock } from '../../model/clock.ts'
import type { Member } from '../../model/station.ts'
import type { Memory } from '../chat.ts'

/** What the Slack room is given. */
export interface SlackOptions {
  botToken: string
  /** For Socket Mode; null where Slack calls the station's port. */
  appToken: string | null
  /** Proves that a request at the station's port comes from Slack; null in Socket Mode. */
  signingSecret: string | null
  /** What stands before each slash command's name, for workspaces where `/reply` is taken; may be empty. */
  prefix: string
  /** Every HTTP call goes through it; it honours the proxy. */
  fetch: typeof fetch
  /** The same for the socket. */
  dispatcher: NonNullable<SocketModeOptions['dispatcher']> | null
  /** The station's own address, known once it listens: what its stand-ins link to is relative to it. */
  address(): string
  clock: Clock
  log: Logger
  memory: Memory
}

/** What came of a call to Slack. `unsent` is certain: nothing reached it; after `lost` it may have been done. */
export type Reply =
  | { kind: 'ok'; body: Record<string, unknown> }
  /** Slack's own `error`, with the scope that it misses for `missing_scope`. */
  | { kind: 'refused'; error: string; needed: string | null }
  | { kind: 'limited'; after: number }
  | { kind: 'unsent'; reason: string }
  | { kind: 'lost'; reason: string }

/** Slack's Web API, one try a call. Never throws. It tells of tokens, scopes and lines that a person must mend. */
export interface Api {
  call(method: string, args: Record<string, unknown>): Promise<Reply>
  /** Answers a command or an action at the address that came with it. */
  respond(url: string, body: Record<string, unknown>): Promise<Reply>
  /** From a call that got no answer, or one that the token is no good, until the next that is answered. */
  readonly reachable: boolean
}

/** The station's channels and Slack's ids of them, in both directions. */
export interface Directory {
  idOf(name: string): string | null
  nameOf(id: string): string | null
}

/** The people of the workspace. */
export interface People {
  member(id: string, fresh: boolean): Promise<Member | null>
  /** How a member is mentioned: a person, a user group, or by name where Slack knows neither. */
  mention(id: string): RichTextElement
}

/** A message as Slack takes it. `text` is what a notification shows, escaped. */
export interface Rendered {
  text: string
  blocks: KnownBlock[]
}

/** Draws what the station says. Everything in it is plain or rich text, never markup: what anybody wrote stays inert. */
export type Draw = (content: Content) => Rendered
