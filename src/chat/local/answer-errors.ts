import type { Context, ErrorHandler } from 'hono'
import { preferred } from '../../web/language.ts'
import { deskRefusals } from '../../wording/desk-page.ts'
import { languageOf, personOf } from './page/person.ts'
import type { Language } from './page/view.ts'
import type { Parts } from './parts.ts'
import { Dropped, RateLimited, Refusal } from './refusal.ts'

/** Turns what was thrown into an answer with a code for machines and a sentence for people, in their own language. */
export const answerErrors =
  (parts: Parts): ErrorHandler =>
  (error, c) => {
    const { log } = parts
    if (error instanceof Dropped) return drop(c, error)
    if (!(error instanceof Refusal)) log.error({ err: error, path: c.req.path }, 'desk: unexpected')
    const refusal = error instanceof Refusal ? error : new Refusal(500, 'broken')
    if (error instanceof RateLimited) c.header('Retry-After', String(error.seconds))
    const message = deskRefusals(languageFor(parts, c))[refusal.code](refusal.facts)
    // The page shows the sentence where the person is looking; a header takes ASCII only.
    if (c.req.header('hx-request') !== undefined) c.header('HX-Trigger', ascii({ trouble: { text: message } }))
    return c.json({ error: refusal.code, message }, refusal.status)
  }

function languageFor(parts: Parts, c: Context): Language {
  try {
    return languageOf(parts, c, personOf(parts, c))
  } catch {
    // What was thrown may be the database's; then it does not know who sits here either.
    return preferred(c, 'nl')
  }
}

const ascii = (value: object): string =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Over a socket the connection is cut; inside the process the caller's `app.request` rejects. */
function drop(c: Context, error: Dropped): never {
  const incoming = (c.env as { incoming?: { socket: { destroy(): void } } } | undefined)?.incoming
  incoming?.socket.destroy()
  throw error
}
