import { type Clock, DAY, SECOND } from '../../../model/clock.ts'
import type { Api } from '../parts.ts'
import { readPages, type Written } from './pages.ts'

/** In threads that are older than this nobody is expected to write while we are away. */
const THREADS = 7 * DAY
/** So many pages of a channel, and of a thread. */
const MOST = { channel: 8, thread: 3 } as const

interface UnheardParts {
  api: Api
  clock: Clock
  signal: AbortSignal
  /** The station's own user. */
  self: string
}

/**
 * What was written in a channel and in its threads since a moment, oldest first.
 * @param channel Slack's id
 * @param since UTC ms
 */
export async function unheardIn(parts: UnheardParts, channel: string, since: number): Promise<Written[]> {
  const roots = await readPages(
    parts,
    'conversations.history',
    { channel, oldest: stamp(since - THREADS) },
    MOST.channel,
  )
  const found = roots.filter((it) => Number(it.ts) * SECOND > since)
  for (const root of roots) {
    if (!hasNews(root, since, parts.self)) continue
    const asked = { channel, ts: root.ts, oldest: stamp(since) }
    const replies = await readPages(parts, 'conversations.replies', asked, MOST.thread)
    found.push(...replies.filter((it) => it.ts !== root.ts && Number(it.ts) * SECOND > since))
  }
  return found.sort((a, b) => Number(a.ts) - Number(b.ts))
}

/** Threads in which the station alone has written are most of them, and tell nothing. */
const hasNews = ({ latest_reply, reply_users = [] }: Written, since: number, self: string): boolean =>
  latest_reply !== undefined && Number(latest_reply) * SECOND > since && reply_users.some((it) => it !== self)

const stamp = (ms: number): string => (ms / SECOND).toFixed(6)
