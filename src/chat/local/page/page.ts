import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import { check } from '../body.ts'
import { channelNamed, type Parts, rootOf } from '../parts.ts'
import { actRoutes } from './act.ts'
import { assetRoutes } from './assets.ts'
import { type At, frameOf, whoOf } from './frame.ts'
import { languageOf, personOf, rememberLanguage, rememberPerson } from './person.ts'
import { sheetRoutes } from './sheets.ts'
import { placeUrl, viewFor } from './view.ts'

const SHOWN = z.object({
  limit: z.coerce.number().int().min(1).max(5_000).default(40),
  at: z.enum(['channels']).optional(),
})

/** The desk in a browser. It is rendered here; the page's own script asks for it again when something changed. */
export function deskPage(parts: Parts): Hono {
  const { store } = parts
  return new Hono()
    .use(secureHeaders({ contentSecurityPolicy: CSP, referrerPolicy: 'same-origin', strictTransportSecurity: false }))
    .route('/assets', assetRoutes())
    .route('/page', actRoutes(parts))
    .route('/page', sheetRoutes(parts))
    .get('/who', (c) => c.html(whoOf(store.rooms.premises().people, languageOf(parts, c))))
    .post('/who', async (c) => {
      const { member } = check(z.object({ member: z.string() }), await c.req.parseBody())
      rememberPerson(parts, c, member)
      return c.redirect('/desk', 303)
    })
    .get('/', (c) => {
      const me = personOf(parts, c)
      const channels = store.rooms.channels()
      const first = channels.find((it) => store.lists.countWaiting(it.id) > 0) ?? channels[0]
      if (!me || !first) return c.html(whoOf(store.rooms.premises().people, languageOf(parts, c)))
      return c.redirect(placeUrl(first.name), 303)
    })
    .get('/in/:channel/:thread?', (c) => place(c, parts))
}

function place(c: Context, parts: Parts): Response | Promise<Response> {
  const { store } = parts
  if (rememberLanguage(c)) return c.redirect(c.req.path, 303)
  const me = personOf(parts, c)
  if (!me) return c.redirect('/desk/who', 303)
  const channel = channelNamed(parts, c.req.param('channel') ?? '')
  const thread = c.req.param('thread')
  const root = thread === undefined ? null : store.messages.get(rootOf(parts, channel, thread))
  const { limit, at } = check(SHOWN, c.req.query())
  const seen = look(c, parts, me.id, channel.id)
  if (root) store.marks.markThread(me.id, root.seq, root.last_seq ?? root.seq)
  const view = viewFor(parts, me, languageOf(parts, c, me), { channel, root, seen, limit })
  const column: At = at ?? (root ? 'thread' : 'list')
  return c.html(frameOf(view, column))
}

/**
 * Marks the channel read and answers with how far it was read when the person entered it: what came since stays marked
 * as new for as long as the person remains there.
 */
function look(c: Context, { store }: Parts, member: string, channel: number): number {
  const before = store.marks.channel(member, channel)
  const from = c.req.header('hx-current-url')
  const name = store.rooms.channelById(channel).name
  const stays = from !== undefined && URL.canParse(from) && new URL(from).pathname.startsWith(placeUrl(name))
  if (!stays) store.marks.enterChannel(member, channel, before)
  store.marks.markChannel(member, channel, store.lists.latest(channel))
  return store.marks.entered(member, channel)
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
