import { Hono } from 'hono'
import { z } from 'zod'
import { attachments, moment, network, readBody, readQuery, text } from '../body.ts'
import type { Public } from '../public.ts'
import type { Store } from '../store.ts'

const NEW = z.strictObject({
  network,
  author: z
    .string()
    .trim()
    .transform((handle) => handle.replace(/^@/, ''))
    .pipe(z.string().min(1).max(100)),
  text: text.pipe(z.string().min(1)),
  inReplyTo: z
    .string()
    .max(100)
    .nullish()
    .transform((id) => id ?? undefined),
  kind: z.enum(['mention', 'comment', 'direct']).optional(),
  at: moment.optional(),
  attachments: attachments.optional(),
  held: z.boolean().optional(),
})
const EDIT = z.strictObject({ text: text.pipe(z.string().min(1)), attachments: attachments.optional() })
const LIST = z.object({ network: network.optional(), since: moment.optional() })

/** What the public does, for scripts; and all that it ever wrote, for whoever counts. */
export function messageRoutes(store: Store, people: Public): Hono {
  const answer = (item: { network: z.infer<typeof network>; seq: number }) => ({
    id: store.idOf(item.network, item.seq),
    url: store.urlOf(item),
  })
  return new Hono()
    .post('/', async (c) => {
      const written = await readBody(c, NEW)
      return c.json(answer({ network: written.network, seq: people.write(written) }), 201)
    })
    .patch('/:id', async (c) => {
      const { text, attachments } = await readBody(c, EDIT)
      return c.json(answer(people.edit(c.req.param('id'), text, attachments)))
    })
    .delete('/:id', (c) => c.json(answer(people.erase(c.req.param('id')))))
    .get('/', (c) => {
      const { network, since = 0 } = readQuery(c, LIST)
      return c.json(
        store.list('public', network ?? null, since, Number.MAX_SAFE_INTEGER).map((item) => ({
          id: store.idOf(item.network, item.seq),
          network: item.network,
          author: item.author,
          kind: item.kind,
          text: item.text,
          inReplyTo: store.idOf(item.network, item.parent),
          at: item.at,
          revision: item.revision,
          sight: item.sight,
          state: item.deleted_at === null ? 'live' : 'deleted',
        })),
      )
    })
}
