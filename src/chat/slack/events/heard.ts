import type { ChatEvent, FormAsked } from '../../../model/chat.ts'
import type { Submitted } from '../forms/forms.ts'

/** Where an act came from, so that its answer finds the way back; `channel` and `thread` are Slack's. */
export interface Origin {
  user: string
  /** Null where there is no channel: the person's own page. */
  channel: string | null
  thread: string | null
  /** Where Slack takes an answer to a command or a press, for half an hour. */
  respond: string | null
}

/** What a payload of Slack's means to the station. */
export type Heard =
  | { kind: 'act'; event: ChatEvent; origin: Origin }
  /** Pressed under a question that this person alone saw. */
  | { kind: 'answers-question'; event: ChatEvent; origin: Origin & { respond: string } }
  | { kind: 'asks-form'; trigger: string; asked: FormAsked; origin: Origin }
  | { kind: 'types-in-form'; by: string; view: unknown }
  | { kind: 'sends-form'; event: Extract<ChatEvent, { kind: 'action' }>; origin: Origin; view: unknown }
  | { kind: 'opens-home'; by: string }
  /** Somebody's name, language or account changed. */
  | { kind: 'person'; id: string }
  /** Who is in which group changed. */
  | { kind: 'groups' }
  /** The station itself was let into a channel. */
  | { kind: 'let-in' }
  | { kind: 'nothing' }

/** What is needed to tell what a payload means. */
export interface Hearing {
  /** The station's name of a channel by Slack's id, and the other way round. */
  channelName(id: string): string | null
  channelId(name: string): string | null
  /** What stands before each slash command's name. */
  prefix: string
  /** The name of an emoji, and the command that it stands for. */
  reactions(): Readonly<Record<string, string>>
  submitted(view: unknown): Submitted | null
  /** UTC ms, for what Slack gives no moment with. */
  now(): number
}

export const NOTHING: Heard = { kind: 'nothing' }
