import { Hono } from 'hono'
import { z } from 'zod'
import { network, readBody } from '../body.ts'
import { type Controls, FAULT_KINDS } from '../controls.ts'

const FAULT = z.strictObject({
  network: network.nullable().default(null),
  kind: z.enum(FAULT_KINDS),
  times: z.number().int().min(1).max(1_000_000).default(1),
  retryAfter: z.number().min(0).max(86_400).default(2),
  on: z.enum(['writes', 'reads', 'all']).optional(),
})
const QUOTAS = z.strictObject({ lifted: z.boolean() })

/**
 * `POST /faults` arranges a misfortune for calls of ours (`on` is `writes` unless it is said, and `all` for auth),
 * `DELETE /faults` calls all of them off, `POST /quotas` lifts the rate quotas or puts them back.
 */
export const controlRoutes = (controls: Controls): Hono =>
  new Hono()
    .post('/faults', async (c) => {
      const fault = await readBody(c, FAULT)
      controls.add({ ...fault, on: fault.on ?? (fault.kind === 'auth' ? 'all' : 'writes') })
      return c.json({ ok: true }, 201)
    })
    .delete('/faults', (c) => {
      controls.clear()
      return c.json({ ok: true })
    })
    .post('/quotas', async (c) => {
      controls.lifted = (await readBody(c, QUOTAS)).lifted
      return c.json({ lifted: controls.lifted })
    })
