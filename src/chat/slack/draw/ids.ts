import type { Content } from '../../../model/chat.ts'

/** What a message of the station's in Slack is about, as the `block_id` of its first block says. */
export interface Told {
  kind: Content['kind']
  conversation: number | null
  draft: number | null
  post: number | null
  /** The message as people say it, `12.3`. */
  message: string | null
  /** A refusal's code. */
  code: string | null
}

/**
 * The `block_id` of a message's first block: `card 12`, `message 12.3`, `reply 34` (a draft), `notice 12`, `alarm`,
 * `post 7`, `digest`, and `private <draft> <code>`, either of which may be empty. Every app in the workspace can read
 * it: numbers of ours and codes, nothing else. Slack takes at most 255 characters.
 */
export function idOf({ kind, about }: Content): string {
  if (kind === 'private') return `private ${about?.draft ?? ''} ${about?.code ?? ''}`.slice(0, 255)
  const subject = { card: about?.conversation, message: about?.message, reply: about?.draft, post: about?.post }
  const number = kind in subject ? subject[kind as keyof typeof subject] : about?.conversation
  return number === undefined ? kind : `${kind} ${number}`
}

/** Null for what is no message of the station's. */
export function readId(id: string): Told | null {
  const [kind, first = '', code = ''] = id.split(' ')
  const number = /^\d+$/.test(first) ? Number(first) : null
  const told = { conversation: null, draft: null, post: null, message: null, code: null }
  switch (kind) {
    case 'card':
    case 'notice':
    case 'alarm':
    case 'digest':
      return { ...told, kind, conversation: number }
    case 'message': {
      const [, conversation] = /^(\d+)\.\d+$/.exec(first) ?? []
      return { ...told, kind, message: first || null, conversation: conversation ? Number(conversation) : null }
    }
    case 'reply':
      return { ...told, kind, draft: number }
    case 'post':
      return { ...told, kind, post: number }
    case 'private':
      return { ...told, kind, draft: number, code: code || null }
    default:
      return null
  }
}
