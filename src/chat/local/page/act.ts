import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { edit, erase } from '../acts/change.ts'
import { announce } from '../acts/keep.ts'
import { press } from '../acts/press.ts'
import { type Kept, say } from '../acts/say.ts'
import { check } from '../body.ts'
import type { Parts } from '../parts.ts'
import { actorOf } from './person.ts'

const SAID = z.object({ channel: z.string(), thread: z.string().optional(), text: z.string() })
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
      const { channel, thread, text } = check(SAID, await c.req.parseBody())
      const as = actorOf(parts, c).id
      return done(c, say(parts, { as, channel, thread: thread ?? null, text: unix(text), attachments: [] }))
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

/** Browsers send lines with a carriage return each; on a network it would count. */
const unix = (text: string): string => text.replaceAll('\r\n', '\n')
