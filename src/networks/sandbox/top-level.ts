import { z } from 'zod'
import { SECOND } from '../../model/clock.ts'
import type { Draft } from '../network.ts'
import { call, type FetchLike, type Reply } from './call.ts'

const ITEM = z.object({ topLevel: z.string().min(1) })

/** A draft as it is to be sent, or why that could not be told. */
export interface Addressed {
  draft: Draft
  refused?: Exclude<Reply, { kind: 'ok' }>
}

/**
 * YouTube takes a reply only under a top-level comment: looks up which one stands above the comment that the draft
 * answers. `refused` says why that could not be told; nothing was sent then.
 */
export async function withTopLevel(fetchLike: FetchLike, draft: Draft): Promise<Addressed> {
  if (draft.inReplyTo === null) return { draft }
  const reply = await call(
    fetchLike,
    `/sandbox/station/messages/${encodeURIComponent(draft.inReplyTo)}`,
    {},
    10 * SECOND,
  )
  if (reply.kind !== 'ok') return { draft, refused: reply }
  const item = ITEM.safeParse(reply.body)
  if (!item.success) return { draft, refused: { kind: 'lost', reason: 'unreadable answer' } }
  return { draft: { ...draft, inReplyTo: item.data.topLevel } }
}
