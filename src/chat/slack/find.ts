import { z } from 'zod'
import { DAY, SECOND } from '../../model/clock.ts'
import type { Found } from '../../model/network.ts'
import { carrierOf, SELF, type Self } from './metadata.ts'
import type { Api } from './parts.ts'

/**
 * How many messages each page may have: what was just sent is among the newest, so the first is small; 999 is Slack's
 * most (reference of conversations.history). As many pages as may be asked for without taking them from everybody else.
 */
const PAGE_SIZES = [100, 400, 999, 999, 999, 999, 999, 999] as const
/** A thread begins with its oldest message, and has to be read whole. */
const THREAD_PAGE = 999
/**
 * A message of ours whose outcome is unknown is looked for within seconds, or after the program has been down. Whatever
 * is further back than this from the newest message was not just sent. It is counted on Slack's own clock.
 */
const FAR_ENOUGH = 7 * DAY

const PAGE = z.object({
  messages: z.array(z.looseObject({ ts: z.string() })),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

/**
 * Looks for the message that carries a delivery's key, in a thread or among the root messages of a channel. `absent`
 * only where it was looked for everywhere that it can be. What Slack put in the channel because its thread is gone is
 * taken back: nobody looks for it there.
 * @param channel Slack's id
 */
export async function findByKey(api: Api, channel: string, thread: string | null, key: string): Promise<Found> {
  const reply = await api.call('auth.test', {})
  const self = reply.kind === 'ok' ? SELF.safeParse(reply.body) : null
  if (!self?.success) return { status: 'cannot tell' }
  const found = await look(api, channel, thread, { key, self: self.data })
  if (found !== 'no thread') return found
  const stray = await look(api, channel, null, { key, self: self.data })
  if (stray === 'no thread' || stray.status === 'cannot tell') return { status: 'cannot tell' }
  if (stray.status === 'absent') return stray
  const taken = await api.call('chat.delete', { channel, ts: stray.id })
  return taken.kind === 'ok' ? { status: 'absent' } : { status: 'cannot tell' }
}

/** A channel's messages come newest first, a thread's oldest first. */
async function look(
  api: Api,
  channel: string,
  thread: string | null,
  { key, self }: { key: string; self: Self },
): Promise<Found | 'no thread'> {
  const method = thread === null ? 'conversations.history' : 'conversations.replies'
  const place = { channel, ...(thread !== null && { ts: thread }), include_all_metadata: true }
  let cursor: string | undefined
  let newest: number | null = null
  for (const size of PAGE_SIZES) {
    const limit = thread === null ? size : THREAD_PAGE
    const reply = await api.call(method, { ...place, limit, ...(cursor !== undefined && { cursor }) })
    if (reply.kind === 'refused' && reply.error === 'thread_not_found') return 'no thread'
    const read = reply.kind === 'ok' ? PAGE.safeParse(reply.body) : null
    if (!read?.success) return { status: 'cannot tell' }
    const { messages, response_metadata } = read.data
    const id = carrierOf(messages, key, self)
    if (id !== null) return { status: 'found', id, url: null }
    cursor = response_metadata?.next_cursor
    if (!cursor) return { status: 'absent' }
    newest ??= momentOf(messages[0]?.ts)
    const oldest = momentOf(messages.at(-1)?.ts)
    if (thread === null && newest !== null && oldest !== null && newest - oldest > FAR_ENOUGH)
      return { status: 'absent' }
  }
  return { status: 'cannot tell' }
}

/** A reference of Slack's is the moment at which it took the message: seconds, and a number. Null for none. */
const momentOf = (ts: string | undefined): number | null => (ts === undefined ? null : Number(ts) * SECOND)
