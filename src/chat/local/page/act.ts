import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Attachment } from '../../../model/network.ts'
import { edit, erase } from '../acts/change.ts'
import { announce } from '../acts/keep.ts'
import { press } from '../acts/press.ts'
import { type Kept, say } from '../acts/say.ts'
import { check } from '../body.ts'
import type { Parts } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import { actorOf } from './person.ts'

const SAID = z.object({
  channel: z.string(),
  thread: z.string().optional(),
  text: z.string(),
  'image-url': z.string().trim().max(2_000).default(''),
  'image-alt': z.string().trim().max(5_000).default(''),
})
const PRESSED = z.object({ message: z.string(), action: z.string().min(1).max(100), value: z.string().max(2_000) })
const CHANGED = z.object({ message: z.string(), 'f.text': z.string() })
const REMOVED = z.object({ message: z.string() })
const DISMISSED = z.object({ ids: z.string().max(20_000) })

/** What a person does on the page. The answer is empty: what came of it is pushed, like everything else. */
export const actRoutes = (parts: Parts): Hono => {
  const done = (c: Context, kept?: Kept) => {
    if (kept && 'event' in kept) announce(parts, kept.by)
    return c.body(null, 204)
  }
  return new Hono()
    .post('/say', async (c) => {
      const said = check(SAID, await c.req.parseBody())
      const { channel, thread = null, text } = said
      const attachments = imageOf(said['image-url'], said['image-alt'])
      return done(c, say(parts, { as: actorOf(parts, c).id, channel, thread, text: unix(text), attachments }))
    })
    .post('/act', async (c) => {
      const body = await c.req.parseBody()
      const filled = Object.entries(body).filter((it): it is [string, string] => typeof it[1] === 'string')
      const form = filled.filter(([name]) => name.startsWith('f.')).map(([name, value]) => [name.slice(2), unix(value)])
      const pressed = check(PRESSED, body)
      return done(c, press(parts, { ...pressed, as: actorOf(parts, c).id, form: Object.fromEntries(form) }))
    })
    .post('/change', async (c) => {
      const { message, 'f.text': text } = check(CHANGED, await c.req.parseBody())
      return done(c, edit(parts, actorOf(parts, c).id, message, unix(text)))
    })
    .post('/remove', async (c) => {
      const { message } = check(REMOVED, await c.req.parseBody())
      return done(c, erase(parts, actorOf(parts, c).id, message))
    })
    .post('/dismiss', async (c) => {
      const { ids } = check(DISMISSED, await c.req.parseBody())
      const { id: person } = actorOf(parts, c)
      const { store, bus } = parts
      const rows = ids.split(',').map((id) => store.privates.seqOf(id))
      store.commit(() => rows.filter((seq) => store.privates.remove(seq, person)))
      bus.tell({ kind: 'private', person, row: null })
      return done(c)
    })
}

/** The image of a message, where one was given: never without the words for whoever cannot see it. */
function imageOf(url: string, alt: string): Attachment[] {
  if (url === '' && alt === '') return []
  if (alt === '') throw new Refusal(400, 'image-without-words')
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') throw new Refusal(400, 'image-address')
  return [{ kind: 'image', url, alt }]
}

/** Browsers send lines with a carriage return each; on a network it would count. */
const unix = (text: string): string => text.replaceAll('\r\n', '\n')
