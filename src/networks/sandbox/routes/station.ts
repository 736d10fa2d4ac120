import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type Clock, SECOND } from '../../../model/clock.ts'
import { MODERATIONS, type NetworkName } from '../../../model/network.ts'
import { attachments, moment, network, readBody, readQuery, text } from '../body.ts'
import type { Changes } from '../changes.ts'
import type { Controls } from '../controls.ts'
import { type Ours, topLevel } from '../publish.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store.ts'
import { befall } from './befall.ts'

const DRAFT = z.strictObject({
  network,
  account: z.string().min(1).max(200),
  text,
  inReplyTo: z.string().nullable(),
  kind: z.enum(['post', 'mention', 'comment', 'direct']),
  media: attachments,
})
const SOUGHT = z.strictObject({ network, text, inReplyTo: z.string().nullable(), since: moment })
const ITEM = z.strictObject({ network, id: z.string().max(100) })
const VERDICT = ITEM.extend({ verdict: z.enum(MODERATIONS) })
const CHANGES = z.object({
  network,
  account: z.string().min(1),
  cursor: z.string().max(100).optional(),
  wait: z.coerce
    .number()
    .int()
    .min(0)
    .max(25 * SECOND)
    .default(0),
})

/** The networks as the station's own account reaches them; adapter.ts speaks with these. */
export function stationRoutes(store: Store, ours: Ours, changes: Changes, controls: Controls, clock: Clock): Hono {
  const call = <T extends object>(
    c: Context,
    network: NetworkName,
    on: 'writes' | 'reads',
    work: (hidden: number) => T | Promise<T>,
  ) => befall(c, controls.strike(network, on), clock, work)

  return new Hono()
    .post('/publish', async (c) => {
      const draft = await readBody(c, DRAFT)
      return call(c, draft.network, 'writes', (hidden) => {
        const seq = ours.publish(draft, hidden)
        return { id: store.idOf(draft.network, seq), url: store.urlOf({ network: draft.network, seq }) }
      })
    })
    .post('/retract', async (c) => {
      const { network, id } = await readBody(c, ITEM)
      return call(c, network, 'writes', () => {
        ours.retract(network, id)
        return { id }
      })
    })
    .post('/like', async (c) => {
      const { network, id } = await readBody(c, ITEM)
      return call(c, network, 'writes', () => {
        ours.like(network, id)
        return { id }
      })
    })
    .post('/moderate', async (c) => {
      const { network, id, verdict } = await readBody(c, VERDICT)
      return call(c, network, 'writes', () => {
        ours.moderate(network, id, verdict)
        return { id }
      })
    })
    .post('/find', async (c) => {
      const { network, inReplyTo, text, since } = await readBody(c, SOUGHT)
      return call(c, network, 'reads', () => {
        const parent = inReplyTo === null ? null : store.item(inReplyTo)
        const same = inReplyTo === null || parent ? store.same(network, parent?.seq ?? null, text, since) : null
        const seen = same && same.visible_at <= clock.now() ? same : null
        return { found: seen && { id: store.idOf(network, seen.seq), url: store.urlOf(seen) } }
      })
    })
    .get('/messages/:id', async (c) => {
      const id = c.req.param('id')
      const item = store.item(id)
      if (!item || item.deleted_at !== null) throw new Refusal(404, 'gone', { id })
      return call(c, item.network, 'reads', () => ({ id, topLevel: store.idOf(item.network, topLevel(store, item)) }))
    })
    .get('/changes', async (c) => {
      const { network, account, cursor = null, wait } = readQuery(c, CHANGES)
      return call(c, network, 'reads', () => changes.wait(network, account, cursor, wait, c.req.raw.signal))
    })
}
