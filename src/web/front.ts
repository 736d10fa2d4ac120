import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import type { Snapshot } from '../model/health.ts'
import { answerHealth } from './answer-health.ts'
import { answerPlainly } from './answer-plainly.ts'
import { loopback } from './loopback.ts'
import type { Outsider } from './outsider.ts'

export interface FrontParts {
  sandbox: Outsider
  desk: Outsider
  /** How the station does at this moment. */
  health(): Promise<Snapshot>
  /** Puts the database that waits beside the station's in its place; resolves when the station is on the air again. */
  onRestore(): Promise<object>
  log: Logger
}

/** A text of a megabyte fits in it. */
const MAX_BODY = 2 * 1024 * 1024

/** The one door to the station: its own few pages, and behind it the two stand-ins', for this machine only. */
export function createFront({ sandbox, desk, health, onRestore, log }: FrontParts): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: CSP,
      referrerPolicy: 'same-origin',
      overwrite: false,
      strictTransportSecurity: false,
    }),
  )
  app.use(bodyLimit({ maxSize: MAX_BODY, onError: (c) => answerPlainly(c, 413, 'too-large') }))
  app.get('/', (c) => c.redirect('/desk'))
  app.get('/favicon.ico', (c) => c.body(null, 204))
  app.get('/healthz', async (c) => answerHealth(c, await health()))
  app.post('/admin/restore', loopback(), async (c) => c.json(await onRestore()))
  const pass = (outsider: Outsider) => async (c: Context) => {
    try {
      return await outsider.serve(c.req.raw, c.env)
    } catch (error) {
      log.warn({ err: error, path: c.req.path }, 'a stand-in could not be reached')
      return answerPlainly(c, 502, 'unreachable')
    }
  }
  app.all('/sandbox/*', loopback(), pass(sandbox))
  app.all('/audience/*', loopback(), pass(sandbox))
  app.all('/desk/*', loopback(), pass(desk))
  app.notFound((c) => answerPlainly(c, 404, 'not-found'))
  app.onError((error, c) => {
    log.error({ err: error, method: c.req.method, path: c.req.path }, 'a request could not be answered')
    return answerPlainly(c, 500, 'broken')
  })
  return app
}

const CSP = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}
