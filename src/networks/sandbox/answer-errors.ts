import type { Context, ErrorHandler } from 'hono'
import type { Logger } from 'pino'
import { preferred } from '../../web/language.ts'
import { sandboxWording } from '../../wording/sandbox.ts'
import { Dropped, RateLimited, Refusal } from './refusal.ts'

/** Turns what was thrown into an answer with a code for machines and a sentence for people. */
export const answerErrors =
  (log: Logger): ErrorHandler =>
  (error, c) => {
    if (error instanceof Dropped) return drop(c, error)
    if (!(error instanceof Refusal)) log.error({ err: error, path: c.req.path }, 'sandbox: unexpected')
    const refusal = error instanceof Refusal ? error : new Refusal(500, 'broken')
    if (error instanceof RateLimited) c.header('Retry-After', String(error.seconds))
    const message = sandboxWording(preferred(c, 'en'))[refusal.code](refusal.facts)
    return c.json({ error: refusal.code, message }, refusal.status)
  }

/** Over a socket the connection is cut; inside the process the caller's `app.request` rejects. */
function drop(c: Context, error: Dropped): never {
  const incoming = (c.env as { incoming?: { socket: { destroy(): void } } } | undefined)?.incoming
  incoming?.socket.destroy()
  throw error
}
