import { Hono } from 'hono'
import { z } from 'zod'
import { check } from '../body.ts'
import { channelNamed, memberCalled, type Parts } from '../parts.ts'
import { threadView } from '../thread-view.ts'

const WANTED = z.object({
  since: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000_000).default(1_000_000),
})

/**
 * `GET /` lists the channels, with `?as=` how much of each that member has not seen. `GET /:name/threads` lists the
 * threads of one, oldest first: with `?since=` (UTC ms) those in which something was written since, with `?limit=` the
 * newest so many of them.
 */
export const channelRoutes = (parts: Parts): Hono => {
  const { store } = parts
  return new Hono()
    .get('/', (c) => {
      const as = c.req.query('as')
      const member = as === undefined ? null : memberCalled(parts, as)
      return c.json(
        store.rooms.channels().map(({ id, name, topic }) => ({
          name,
          topic,
          ...(member && { unread: store.lists.unseen(id, store.marks.channel(member.id, id)) }),
        })),
      )
    })
    .get('/:name/threads', (c) => {
      const channel = channelNamed(parts, c.req.param('name'))
      const { since, limit } = check(WANTED, c.req.query())
      return c.json(store.lists.roots(channel.id, since, limit).map((root) => threadView(parts, root)))
    })
}
