import { z } from 'zod'
import { type Clock, SECOND } from '../../../model/clock.ts'
import type { Api } from '../parts.ts'

const WRITTEN = z.looseObject({
  ts: z.string(),
  latest_reply: z.string().optional(),
  reply_users: z.array(z.string()).optional(),
})
export type Written = z.infer<typeof WRITTEN>
const PAGE = z.object({
  messages: z.array(WRITTEN),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

const LIMIT = 200

/** Slack did not give a page; `reason` is its own word for why. */
export class NotGiven extends Error {
  readonly code = 'not-given'
}

/**
 * Reads messages page by page, at most so many pages. Nobody waits for it, so that a 429 is waited out.
 * @throws {NotGiven} where Slack does not give one
 */
export async function readPages(
  { api, clock, signal }: { api: Api; clock: Clock; signal: AbortSignal },
  method: 'conversations.history' | 'conversations.replies',
  asked: Record<string, unknown>,
  most: number,
): Promise<Written[]> {
  const read: Written[] = []
  let cursor: string | undefined
  for (let page = 0; page < most && !signal.aborted; ) {
    const reply = await api.call(method, { ...asked, limit: LIMIT, ...(cursor !== undefined && { cursor }) })
    if (reply.kind === 'limited') {
      await clock.wait(Math.max(reply.after, SECOND), signal)
      continue
    }
    const given = reply.kind === 'ok' ? PAGE.safeParse(reply.body) : null
    if (!given?.success) throw new NotGiven(reply.kind === 'refused' ? reply.error : reply.kind)
    read.push(...given.data.messages)
    cursor = given.data.response_metadata?.next_cursor
    if (!cursor) break
    page += 1
  }
  return read
}
