import type { Context } from 'hono'
import { SECOND } from '../../model/clock.ts'
import type { Parts } from './parts.ts'
import { Dropped, RateLimited, Refusal } from './refusal.ts'

/** How long `slow` keeps its caller waiting. */
const SLOW = 3 * SECOND

/** Does the work and answers with what it returns, unless a fault stops it before or spoils the answer afterwards. */
export async function befall<T extends object>(
  c: Context,
  { faults, clock }: Parts,
  call: 'writes' | 'reads',
  work: () => T | Promise<T>,
): Promise<Response> {
  const fault = faults.strike(call)
  if (!fault) return c.json(await work())
  switch (fault.kind) {
    case '429':
      throw new RateLimited(fault.retryAfter)
    case '500':
      throw new Refusal(500, 'broken')
    case 'drop-before':
      throw new Dropped()
    case 'drop-after-accept':
      await work()
      throw new Dropped()
    case 'slow': {
      const result = await work()
      await clock.wait(SLOW)
      return c.json(result)
    }
    default:
      return fault.kind satisfies never
  }
}
