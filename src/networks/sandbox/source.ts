import { z } from 'zod'
import { SECOND } from '../../model/clock.ts'
import type { NetworkName } from '../../model/network.ts'
import { type Change, type Source, SourceFailed } from '../network.ts'
import { call, type FetchLike } from './call.ts'

const WAIT = 25 * SECOND

const TOLD = { account: z.string(), id: z.string().min(1), at: z.number() }
const WRITTEN = z.object({
  ...TOLD,
  kind: z.enum(['created', 'edited']),
  threadKey: z.string().min(1),
  root: z.string().nullable(),
  inReplyTo: z.string().nullable(),
  answers: z.string().nullable(),
  what: z.enum(['mention', 'comment', 'direct']),
  author: z.object({ id: z.string(), handle: z.string(), name: z.string() }),
  text: z.string(),
  attachments: z.array(
    z.object({ kind: z.enum(['image', 'video', 'audio', 'file']), url: z.string(), alt: z.string().nullable() }),
  ),
  url: z.string().nullable(),
  revision: z.number().int(),
  sight: z.enum(['held', 'hidden', 'rejected']).nullable().default(null),
})
const DELETED = z.object({ ...TOLD, kind: z.literal('deleted') })
const PAGE = z.object({ changes: z.array(z.union([WRITTEN, DELETED])), cursor: z.string(), more: z.boolean() })

/** What the public does on one network, private messages included; `fetch` itself waits for news. */
export const sandboxSource = (name: NetworkName, account: string, fetchLike: FetchLike): Source => ({
  name: 'changes',
  every: 0,
  async fetch(cursor, signal) {
    const query = new URLSearchParams({
      network: name,
      account,
      wait: String(WAIT),
      ...(cursor !== null && { cursor }),
    })
    const reply = await call(fetchLike, `/sandbox/station/changes?${query}`, { signal }, WAIT + 10 * SECOND)
    if (reply.kind === 'refused')
      throw new SourceFailed(name, reply.status === 401 ? 'auth' : reply.code, reply.retryAfter)
    if (reply.kind !== 'ok') throw new SourceFailed(name, reply.reason, null)
    const page = PAGE.safeParse(reply.body)
    if (!page.success) throw new SourceFailed(name, 'unreadable answer', null)
    const { changes, cursor: next, more } = page.data
    return { changes: changes satisfies Change[], cursor: next, more }
  },
})
