import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import type { Clock } from '../../../model/clock.ts'
import { NETWORKS, type NetworkName } from '../../../model/network.ts'
import { sandboxWording } from '../../../wording/sandbox.ts'
import { check, text } from '../body.ts'
import type { Public } from '../public.ts'
import type { Reading } from '../reading.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store.ts'
import { type Composing, composerOf } from './composer.ts'
import { frameOf } from './frame.ts'
import { STYLE } from './style.ts'
import { timelineOf } from './timeline.ts'
import { type View, viewFor } from './view.ts'

const HTMX = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')

const WRITTEN = z.object({
  as: z
    .string()
    .trim()
    .transform((name) => name.replace(/^@/, ''))
    .pipe(z.string().min(1).max(100)),
  text: text.pipe(z.string().min(1)),
  network: z.enum(NETWORKS).optional(),
  kind: z.enum(['open', 'direct']).optional(),
  inReplyTo: z.string().max(100).optional(),
})
const EDITED = z.object({ text: text.pipe(z.string().min(1)) })

interface PageParts {
  store: Store
  reading: Reading
  people: Public
  clock: Clock
  /** The networks on which the public can write here. */
  plays: readonly NetworkName[]
}

/** The public's page: read, write as anybody, answer, edit and delete. Everything works without script, too. */
export function audiencePage({ store, reading, people, clock, plays }: PageParts): Hono {
  const viewOf = (c: Context) => viewFor(c, plays)
  const shelf = () => ({ store, reading, now: clock.now() })
  const composing = (c: Context): Composing => {
    const item = (name: string) => store.item(c.req.query(name) ?? '')
    return { answered: item('replyTo'), edited: item('edit') }
  }
  const page = (c: Context, view: View, state: Composing) =>
    c.html(frameOf(view, timelineOf(shelf(), view), composerOf(store, view, state)))

  /** Carries out what a form asked; the answer is the composer for htmx and the page for a browser without script. */
  const act = async (c: Context, work: (form: unknown) => { as: string; done: string }, state: Composing) => {
    const form = await c.req.parseBody()
    const scripted = c.req.header('hx-request') !== undefined
    const show = (view: View, shown: Composing) =>
      scripted ? c.html(composerOf(store, view, shown)) : page(c, view, shown)
    try {
      const { as, done } = work(form)
      const view = { ...viewOf(c), as }
      if (!scripted) return c.redirect(viewOf(c).href('/audience', { as }), 303)
      c.header('HX-Trigger', 'said')
      return show(view, { answered: null, edited: null, done })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const view = viewOf(c)
      c.status(error.status)
      return show(view, {
        ...state,
        typed: String(form.text ?? ''),
        problem: sandboxWording(view.language)[error.code](error.facts),
      })
    }
  }

  return new Hono()
    .use(secureHeaders({ contentSecurityPolicy: CSP, referrerPolicy: 'same-origin' }))
    .get('/style.css', (c) =>
      c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=300' }),
    )
    .get('/htmx.js', (c) =>
      c.body(readFileSync(HTMX), 200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'max-age=86400',
      }),
    )
    .get('/', (c) => page(c, viewOf(c), composing(c)))
    .get('/timeline', (c) => c.html(timelineOf(shelf(), viewOf(c))))
    .get('/composer', (c) => c.html(composerOf(store, viewOf(c), composing(c))))
    .get('/messages/:id', (c) => page(c, { ...viewOf(c), only: c.req.param('id') }, composing(c)))
    .post('/messages', (c) => {
      const { say } = viewOf(c)
      return act(
        c,
        (form) => {
          const { as, text, network, kind, inReplyTo } = check(WRITTEN, form)
          const answered = inReplyTo === undefined ? null : store.item(inReplyTo)
          people.write({
            network: answered?.network ?? network ?? plays[0] ?? 'x',
            author: as,
            text,
            inReplyTo,
            kind: kind === 'direct' ? kind : undefined,
          })
          return { as, done: say.sent }
        },
        { answered: null, edited: null },
      )
    })
    .post('/messages/:id/edit', (c) => {
      const view = viewOf(c)
      return act(
        c,
        (form) => {
          people.edit(c.req.param('id'), check(EDITED, form).text)
          return { as: view.as, done: view.say.saved }
        },
        { answered: null, edited: store.item(c.req.param('id')) },
      )
    })
    .post('/messages/:id/delete', (c) => {
      const view = viewOf(c)
      people.erase(c.req.param('id'))
      if (c.req.header('hx-request') !== undefined) return c.html(timelineOf(shelf(), view))
      return c.redirect(view.href('/audience'), 303)
    })
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
