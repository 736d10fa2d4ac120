import { Hono } from 'hono'
import { z } from 'zod'
import { readBody } from '../body.ts'
import { FAULT_KINDS, type Faults } from '../faults.ts'

const FAULT = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  times: z.number().int().min(1).max(1_000_000).default(1),
  retryAfter: z.number().min(0).max(86_400).default(2),
  on: z.enum(['writes', 'reads', 'all']).default('writes'),
})

/** `POST /` arranges a misfortune for the station's next calls, `DELETE /` calls all of them off. */
export const faultRoutes = (faults: Faults): Hono =>
  new Hono()
    .post('/', async (c) => {
      faults.add(await readBody(c, FAULT))
      return c.json({ ok: true }, 201)
    })
    .delete('/', (c) => {
      faults.clear()
      return c.json({ ok: true })
    })
