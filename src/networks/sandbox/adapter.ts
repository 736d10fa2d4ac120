import { z } from 'zod'
import { MINUTE, SECOND } from '../../model/clock.ts'
import type { Found, Moderation, NetworkName, Outcome } from '../../model/network.ts'
import { LIMITS } from '../limits.ts'
import type { Draft, Network } from '../network.ts'
import { type FetchLike, post, type Reply } from './call.ts'
import { sandboxSource } from './source.ts'
import { type Addressed, withTopLevel } from './top-level.ts'

const PUBLISHED = z.object({ id: z.string().min(1), url: z.string() })
const DONE = z.object({ id: z.string().min(1) })
const FOUND = z.object({ found: PUBLISHED.nullable() })

/** How long to leave a network alone: without a Retry-After, where it could not be reached, and without access. */
const PAUSE = { limited: MINUTE, unreachable: 2 * SECOND, auth: 5 * MINUTE }

/** A network as the sandbox plays it, embedded or elsewhere. What this network cannot do is absent. */
export function sandboxNetwork(name: NetworkName, account: string, fetchLike: FetchLike): Network {
  const limits = LIMITS[name]
  const at = async (draft: Draft): Promise<Addressed> =>
    name === 'youtube' ? withTopLevel(fetchLike, draft) : { draft }

  return {
    name,
    account,
    live: false,
    limits,
    async publish(wanted) {
      const { draft, refused } = await at(wanted)
      if (refused) return refused.kind === 'lost' ? unreachable(refused.reason) : outcome(refused, PUBLISHED)
      const { text, inReplyTo, kind, media } = draft
      return outcome(
        await post(fetchLike, '/sandbox/station/publish', { network: name, account, text, inReplyTo, kind, media }),
        PUBLISHED,
      )
    },
    async find(wanted, _key, since): Promise<Found> {
      const { draft, refused } = await at(wanted)
      if (refused) return { status: 'cannot tell' }
      const sought = { network: name, text: draft.text, inReplyTo: draft.inReplyTo, since }
      const reply = await post(fetchLike, '/sandbox/station/find', sought)
      const answer = reply.kind === 'ok' ? FOUND.safeParse(reply.body) : null
      if (!answer?.success) return { status: 'cannot tell' }
      return answer.data.found ? { status: 'found', ...answer.data.found } : { status: 'absent' }
    },
    retract: async (id) => outcome(await post(fetchLike, '/sandbox/station/retract', { network: name, id }), DONE),
    ...(limits.likes && {
      like: async (id: string) => outcome(await post(fetchLike, '/sandbox/station/like', { network: name, id }), DONE),
    }),
    ...(limits.moderation.length > 0 && {
      moderate: async (id: string, verdict: Moderation) =>
        outcome(await post(fetchLike, '/sandbox/station/moderate', { network: name, id, verdict }), DONE),
    }),
    sources: () => [sandboxSource(name, account, fetchLike)],
  }
}

const unreachable = (reason: string): Outcome => ({ status: 'later', after: PAUSE.unreachable, reason, scope: 'rate' })

/** What a reply means for the delivery. Only what certainly never arrived may be tried again without looking. */
function outcome(reply: Reply, shape: z.ZodType<{ id: string; url?: string }>): Outcome {
  switch (reply.kind) {
    case 'ok': {
      const answer = shape.safeParse(reply.body)
      if (!answer.success) return { status: 'unknown', reason: 'unreadable answer' }
      return { status: 'published', id: answer.data.id, url: answer.data.url ?? null }
    }
    case 'refused':
      if (reply.status === 401) return { status: 'later', after: PAUSE.auth, reason: 'auth', scope: 'rate' }
      if (reply.status !== 429) return { status: 'rejected', reason: reply.code }
      return { status: 'later', after: reply.retryAfter ?? PAUSE.limited, reason: 'rate-limit', scope: 'rate' }
    case 'unsent':
      return unreachable(reply.reason)
    case 'lost':
      return { status: 'unknown', reason: reply.reason }
    default:
      return reply satisfies never
  }
}
