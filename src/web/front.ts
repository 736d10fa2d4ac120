import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import type { Chat } from '../chat/chat.ts'
import type { Snapshot } from '../model/health.ts'
import { answerHealth } from './answer-health.ts'
import { answerPlainly } from './answer-plainly.ts'
import { answerWebhook } from './answer-webhook.ts'
import { loopback } from './loopback.ts'
import type { Outsider } from './outsider.ts'

export interface FrontParts {
  sandbox: Outsider
  /** Null where the team is elsewhere. */
  desk: Outsider | null
  /** What Slack calls; absent where nobody there has an address of ours. */
  webhook?: NonNullable<Chat['webhook']> | undefined
  /** How the station does at this moment. */
  health(): Promise<Snapshot>
  /** Puts the database that waits beside the station's in its place. Called when the answer to who asked is out. */
  onRestore(): void
  log: Logger
}

/** A text of a megabyte fits in it. */
const MAX_BODY = 2 * 1024 * 1024
/** Slack's own bodies are far smaller; and whoever calls is unknown until the whole body was read. */
const MAX_WEBHOOK = 1024 * 1024

/** The one door to the station: its own few pages, and behind it the two stand-ins', for this machine only. */
export function createFront({ sandbox, desk, webhook, health, onRestore, log }: FrontParts): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: CSP,
      referrerPolicy: 'same-origin',
      overwrite: false,
      strictTransportSecurity: false,
    }),
  )
  app.use(bodyLimit({ maxSize: MAX_BODY, onError: tooLarge }))
  app.get('/', (c) => c.redirect(desk ? '/desk' : '/audience'))
  app.get('/favicon.ico', (c) => c.body(null, 204))
  app.get('/healthz', async (c) => answerHealth(c, await health()))
  app.post('/admin/restore', loopback(), (c) => afterAnswer(c, onRestore).json({ accepted: true }, 202))
  if (webhook) app.post('/slack/events', bodyLimit({ maxSize: MAX_WEBHOOK, onError: tooLarge }), answerWebhook(webhook))
  const pass = (outsider: Outsider) => async (c: Context) => {
    try {
      return await outsider.serve(c.req.raw, c.env)
    } catch (error) {
      log.warn({ err: error, path: c.req.path }, 'a stand-in could not be reached')
      return answerPlainly(c, 502, 'unreachable')
    }
  }
  // The station's own calls to its stand-ins do not come through this door.
  app.all('/sandbox/station/*', (c) => answerPlainly(c, 404, 'not-found'))
  app.all('/desk/station/*', (c) => answerPlainly(c, 404, 'not-found'))
  app.all('/sandbox/*', loopback(), pass(sandbox))
  app.all('/audience/*', loopback(), pass(sandbox))
  app.all('/desk/*', loopback(), desk ? pass(desk) : (c) => answerPlainly(c, 404, 'desk-in-slack'))
  app.notFound((c) => answerPlainly(c, 404, 'not-found'))
  app.onError((error, c) => {
    log.error({ err: error, method: c.req.method, path: c.req.path }, 'a request could not be answered')
    return answerPlainly(c, 500, 'broken')
  })
  return app
}

const tooLarge = (c: Context) => answerPlainly(c, 413, 'too-large')

/** The station's restart cuts every connection, so that whoever asked for it must have the answer first. */
function afterAnswer(c: Context, work: () => void): Context {
  const { outgoing } = c.env as Partial<HttpBindings>
  if (outgoing) outgoing.once('close', work)
  else work()
  return c
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
