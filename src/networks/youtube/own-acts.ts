import { z } from 'zod'
import type { Moderation, Outcome } from '../../model/network.ts'
import { outcomeOf } from './outcome.ts'
import type { Parts } from './parts.ts'

/** Both answer 204 without a body. */
const NOTHING = z.unknown()

/** Deletes a comment of ours; one that is gone already is as good as deleted. */
export async function retract({ calls }: Parts, id: string): Promise<Outcome> {
  const reply = await calls.write(NOTHING, (api, options) => api.comments.delete({ id }, options))
  if (reply.kind === 'ok' || (reply.kind === 'refused' && reply.status === 404))
    return { status: 'published', id, url: null }
  if (reply.kind === 'refused' && reply.reason === 'forbidden') return { status: 'rejected', reason: 'not-deletable' }
  return outcomeOf(reply)
}

const STATUS: Readonly<Partial<Record<Moderation, string>>> = { approve: 'published', reject: 'rejected' }

/** Lets a comment of the public stand, or takes it out of sight. */
export async function moderate({ calls, rejected }: Parts, id: string, verdict: Moderation): Promise<Outcome> {
  const moderationStatus = STATUS[verdict]
  if (moderationStatus === undefined) return { status: 'rejected', reason: 'not-possible-here' }
  // Noted first: a sweep in between would take it for deleted.
  if (verdict === 'reject') await rejected.note(id, true)
  const reply = await calls.write(NOTHING, (api, options) =>
    api.comments.setModerationStatus({ id: [id], moderationStatus }, options),
  )
  if (reply.kind !== 'ok') return outcomeOf(reply)
  if (verdict === 'approve') await rejected.note(id, false)
  return { status: 'published', id, url: null }
}
