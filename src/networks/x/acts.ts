import { z } from 'zod'
import type { Outcome } from '../../model/network.ts'
import type { Network } from '../network.ts'
import type { Call } from './api.ts'
import { beforeAnything, OTHER_ACCOUNT, outcomeOf } from './outcome.ts'
import type { XParts } from './parts.ts'
import type { Reply } from './reply.ts'

const DELETED = z.object({ data: z.object({ deleted: z.literal(true) }) })
const LIKED = z.object({ data: z.object({ liked: z.literal(true) }) })

/** Taking back and liking; done twice they are as good as done once. */
export function acts({ api, purse, till, own, settings }: XParts): Required<Pick<Network, 'retract' | 'like'>> {
  const paid = async (price: number, call: Call): Promise<Reply> => {
    if (!(await purse.take('replying', price))) return till.broke()
    const reply = await api.call(call)
    if (reply.kind !== 'ok' && reply.kind !== 'lost') await purse.giveBack('replying', price)
    return reply
  }
  const done = (id: string): Outcome => ({ status: 'published', id, url: null })
  const ending = (id: string, reply: Reply, shape: z.ZodType): Outcome => {
    if (reply.kind !== 'ok') return outcomeOf(reply)
    return shape.safeParse(reply.body).success ? done(id) : { status: 'unknown', reason: 'unreadable answer' }
  }

  return {
    async retract(id, kind) {
      const [endpoint, path] = kind === 'direct' ? ['dm_events/:id', 'dm_events'] : ['tweets/:id', 'tweets']
      const reply = await paid(settings.prices.delete, {
        method: 'DELETE',
        endpoint: `DELETE ${endpoint}`,
        path: `${path}/${id}`,
      })
      const isGone = reply.kind === 'refused' && (reply.status === 404 || reply.problem.code === 'gone')
      return isGone ? done(id) : ending(id, reply, DELETED)
    },
    async like(id) {
      const who = await own.who('replying')
      if (who.kind === 'other') return OTHER_ACCOUNT
      if (who.kind !== 'me') return beforeAnything(who)
      // X asks for a like what it asks for a post (docs.x.com/x-api/getting-started/pricing, "User Interaction: Create").
      const reply = await paid(settings.prices.post, {
        method: 'POST',
        endpoint: 'POST users/:id/likes',
        path: `users/${who.me.id}/likes`,
        body: { tweet_id: id },
      })
      const isLiked = reply.kind === 'refused' && reply.problem.code === 'liked-before'
      return isLiked ? done(id) : ending(id, reply, LIKED)
    },
  }
}
