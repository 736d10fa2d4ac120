import { keep } from '../slack/kept.ts'
import type { Call } from './types.ts'

/** One request as it was seen. */
export interface Seen {
  at: number
  /** `GET /2/users/{id}/mentions`, or the path where it is no endpoint. */
  endpoint: string
  path: string
  query: Record<string, string>
  body: unknown
  /** 0 where the line was dropped. */
  status: number
  /** What was made to go wrong, if anything. */
  fault: string | null
}

interface Sent {
  /** How many were taken. */
  taken: number
  /** Set while a try of it went unanswered and nothing was looked up since. */
  unanswered: boolean
  /** Whether anything was looked up since it was taken last. */
  looked: boolean
}

/** What tells one post of ours from another. */
export const keyOf = (text: string, target: string | null): string => `${target ?? ''}\n${text}`

/** Endpoints by which one may see whether a post is out. */
const LOOKS = new Set([
  'GET /2/users/{id}/tweets',
  'GET /2/tweets',
  'GET /2/tweets/{id}',
  'GET /2/tweets/search/recent',
  'GET /2/dm_events',
  'GET /2/dm_conversations/{id}/dm_events',
  'GET /2/dm_conversations/with/{participant_id}/dm_events',
])

/** What was asked, what broke the description, and what was sent more often than it should be. */
export class Journal {
  readonly requests: Seen[] = []
  /** What broke X's published description, a sentence each: requests and the fake's own answers. */
  readonly violations: string[] = []
  /** Posts that were sent again although an earlier try went unanswered and nothing was looked up in between. */
  readonly blind: { at: number; text: string; target: string | null }[] = []
  /** Posts that were sent again although X had taken them: `looked` where something was looked up since. */
  readonly resent: { at: number; text: string; target: string | null; looked: boolean }[] = []
  /** Requests whose line ended before their answer was out, on either side. */
  gone = 0
  readonly #sent = new Map<string, Sent>()

  saw(seen: Seen): void {
    keep(this.requests, seen)
    if (!LOOKS.has(seen.endpoint) || seen.status !== 200) return
    for (const sent of this.#sent.values()) Object.assign(sent, { unanswered: false, looked: true })
  }

  /** A wish to post came in. */
  asked(call: Call, at: number): void {
    const { text, target } = postIn(call)
    const sent = this.#of(text, target)
    if (sent.unanswered) this.blind.push({ at, text, target })
    if (sent.taken > 0) this.resent.push({ at, text, target, looked: sent.looked })
  }

  /** It was taken. */
  took(call: Call): void {
    const { text, target } = postIn(call)
    const sent = this.#of(text, target)
    sent.taken++
    sent.looked = false
  }

  /** Whoever asked got no answer that says how it went. */
  leftOpen(call: Call): void {
    const { text, target } = postIn(call)
    this.#of(text, target).unanswered = true
  }

  /** How often this was taken. */
  taken = (text: string, target: string | null = null): number => this.#sent.get(keyOf(text, target))?.taken ?? 0

  /** What was taken more than once. */
  doubled(): { text: string; target: string | null; taken: number }[] {
    return [...this.#sent].flatMap(([key, { taken }]) => {
      const [target = '', ...lines] = key.split('\n')
      return taken > 1 ? [{ text: lines.join('\n'), target: target || null, taken }] : []
    })
  }

  #of(text: string, target: string | null): Sent {
    const key = keyOf(text, target)
    const sent = this.#sent.get(key) ?? { taken: 0, unanswered: false, looked: false }
    this.#sent.set(key, sent)
    return sent
  }
}

function postIn({ body, path }: Call): { text: string; target: string | null } {
  const { text = '', reply } = (body ?? {}) as { text?: string; reply?: { in_reply_to_tweet_id?: string } }
  // A private message has its target in its path.
  return { text, target: path === '/2/tweets' ? (reply?.in_reply_to_tweet_id ?? null) : path }
}
