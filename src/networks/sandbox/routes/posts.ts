import { Hono } from 'hono'
import { z } from 'zod'
import type { Clock } from '../../../model/clock.ts'
import { moment, network, readQuery } from '../body.ts'
import type { Store } from '../store.ts'

const LIST = z.object({ network: network.optional(), since: moment.optional() })

/** What people out there can see of ours at this moment, oldest first. */
export const postRoutes = (store: Store, clock: Clock): Hono =>
  new Hono().get('/', (c) => {
    const { network, since = 0 } = readQuery(c, LIST)
    const seen = store.list('ours', network ?? null, since, clock.now()).filter((item) => item.deleted_at === null)
    return c.json(
      seen.map((item) => ({
        id: store.idOf(item.network, item.seq),
        network: item.network,
        kind: item.kind,
        text: item.text,
        inReplyTo: store.idOf(item.network, item.parent),
        at: item.at,
      })),
    )
  })
