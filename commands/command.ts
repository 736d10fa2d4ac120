import type { Act } from '../src/desk/act.ts'
import type { Content } from '../src/model/chat.ts'
import type { Attachment } from '../src/model/network.ts'
import type { Language, Role } from '../src/model/station.ts'

/** Where a command was typed. `conversation` is the number of the conversation whose thread it was typed in. */
export interface Place {
  platform: string
  channel: string
  thread: string | null
  conversation: number | null
  /** What was attached to the message that it was typed in. */
  attachments?: Attachment[]
  /** That message, whose writer may change or delete it. */
  message?: string
}

/** What a person gets back, privately. */
export type Answer = Content[]

/**
 * One slash command; its file has its name. `parse` gets the words behind the name and the place, and throws
 * `Refused('usage', …)` where they do not fit; `run` does it, inside the caller's transaction.
 */
export interface Command<Input> {
  name: string
  usage: Record<Language, string>
  summary: Record<Language, string>
  /** Any of these roles may. */
  who: readonly Role[]
  parse(words: string, place: Place, act: Act): Promise<Input> | Input
  run(act: Act, input: Input, place: Place): Promise<Answer>
}
