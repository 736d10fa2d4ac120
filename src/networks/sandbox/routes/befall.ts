import type { Context } from 'hono'
import { type Clock, SECOND } from '../../../model/clock.ts'
import type { Fault } from '../controls.ts'
import { Dropped, RateLimited, Refusal } from '../refusal.ts'

/**
 * How long `late-visible` hides a post, and how long `slow` keeps its caller waiting: both well within what the
 * station allows for, so that a post it takes for absent can never turn up afterwards.
 */
const HIDDEN = 3 * SECOND
const SLOW = 3 * SECOND

/** Does the work and answers with what it returns, unless a fault stops it before or spoils the answer afterwards. */
export async function befall<T extends object>(
  c: Context,
  fault: Fault | null,
  clock: Clock,
  work: (hidden: number) => T | Promise<T>,
): Promise<Response> {
  if (!fault) return c.json(await work(0))
  switch (fault.kind) {
    case 'auth':
      throw new Refusal(401, 'auth')
    case '429':
      throw new RateLimited(fault.retryAfter)
    case '500':
      throw new Refusal(500, 'broken')
    case 'drop-before':
      throw new Dropped()
    case 'drop-after-accept':
      await work(0)
      throw new Dropped()
    case 'late-visible':
      await work(HIDDEN)
      throw new Dropped()
    case 'slow': {
      const result = await work(0)
      await clock.wait(SLOW)
      return c.json(result)
    }
    default:
      return fault.kind satisfies never
  }
}
