import type { Wanted } from './fields.ts'
import type { Rules } from './rules.ts'
import type { State } from './state.ts'
import type { Caller } from './types.ts'

/** One call that was let in. */
export interface Ask {
  state: State
  rules: Rules
  caller: Caller
  /** What stands in the path in place of each name. */
  path: Record<string, string>
  query: URLSearchParams
  wanted: Wanted
  body: Record<string, unknown>
  at: number
}
export interface Done {
  status: number
  body: Record<string, unknown>
  /** Posts, people or messages that were read, by id: they are paid for. */
  read?: { kind: 'post' | 'mention' | 'user' | 'direct'; ids: string[] }
  /** What was written. */
  wrote?: 'post' | 'link' | 'reply' | 'delete' | 'direct'
}

/** An endpoint. @throws {Refused} */
export interface Method {
  /** Which permission an access token must have been made with. */
  needs: 'read' | 'write' | 'direct'
  /** True where the app may call it by itself. */
  appOnly?: boolean
  does(ask: Ask): Done
}
