import { z } from 'zod'
import { MINUTE } from '../../model/clock.ts'
import type { Outcome } from '../../model/network.ts'
import type { Draft } from '../network.ts'
import { topOf, urlOf } from './message.ts'
import { outcomeOf } from './outcome.ts'
import type { Parts } from './parts.ts'

const PUBLISHED = z.object({ id: z.string().min(1), snippet: z.object({ videoId: z.string().nullish() }).nullish() })

/** Answers a comment: under its top-level comment, which is the only place where YouTube takes a reply. */
export async function publish({ calls, channel, threads, surroundings }: Parts, draft: Draft): Promise<Outcome> {
  if (draft.kind === 'post' || draft.inReplyTo === null) return { status: 'rejected', reason: 'no-posts' }
  if (draft.media.length > 0) return { status: 'rejected', reason: 'too-many-images' }
  // A consent of another channel must not speak for this one.
  const ours = await channel.id('replying')
  if (ours.kind !== 'ok') return unsent(outcomeOf(ours))
  const parentId = topOf(draft.inReplyTo)
  const requestBody = { snippet: { parentId, textOriginal: draft.text } }
  const reply = await calls.write(PUBLISHED, (api, options) =>
    api.comments.insert({ part: ['id', 'snippet'], requestBody }, options),
  )
  if (reply.kind !== 'ok') return outcomeOf(reply)
  const { id, snippet } = reply.body
  // Whoever is answered may well answer.
  threads.hear(parentId, { video: snippet?.videoId ?? null, last: surroundings.clock.now(), count: null })
  return { status: 'published', id, url: urlOf(snippet?.videoId, id) }
}

/** Where it is not known whose channel this is, nothing has gone out. */
const unsent = (outcome: Outcome): Outcome =>
  outcome.status === 'unknown' ? { status: 'later', after: MINUTE, reason: outcome.reason, scope: 'rate' } : outcome
