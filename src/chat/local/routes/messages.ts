import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { deskPageWording } from '../../../wording/desk-page.ts'
import { edit, erase } from '../acts/change.ts'
import { settle } from '../acts/keep.ts'
import { press } from '../acts/press.ts'
import { type Kept, say } from '../acts/say.ts'
import { readBody } from '../body.ts'
import { ATTACHMENTS } from '../content.ts'
import type { Parts } from '../parts.ts'
import type { Private } from '../store/privates.ts'

const as = z.string()
const SAID = z.strictObject({
  as,
  channel: z.string(),
  thread: z
    .string()
    .nullish()
    .transform((it) => it ?? null),
  text: z.string(),
  attachments: ATTACHMENTS.default([]),
})
const PRESSED = z.strictObject({
  as,
  message: z.string(),
  action: z.string().min(1).max(100),
  value: z.string().max(2_000).default(''),
  form: z.record(z.string(), z.string()).default({}),
})
const EDITED = z.strictObject({ as, text: z.string() })
const ERASED = z.strictObject({ as })

export const privateView = ({ store }: Parts, row: Private) => ({
  id: store.privates.idOf(row.seq),
  ...JSON.parse(row.content),
})

/** What members do: say, press, edit, delete. The answer is what the person privately gets back from the station. */
export const messageRoutes = (parts: Parts): Hono => {
  const answered = async (c: Context, kept: Kept) => {
    if ('refused' in kept) return c.json({ event: null, message: null, private: [privateView(parts, kept.refused)] })
    const done = await settle(parts, kept.event, kept.by, kept.message)
    const told = done.private?.map((row) => privateView(parts, row))
    if (told) return c.json({ ...done, private: told })
    const { language } = parts.store.rooms.member(kept.by) ?? { language: 'nl' as const }
    return c.json({ ...done, private: [{ kind: 'private', text: deskPageWording(language).keptForLater }] }, 202)
  }
  return new Hono()
    .post('/messages', async (c) => answered(c, say(parts, await readBody(c, SAID))))
    .post('/actions', async (c) => answered(c, press(parts, await readBody(c, PRESSED))))
    .patch('/messages/:id', async (c) => {
      const { as, text } = await readBody(c, EDITED)
      return answered(c, edit(parts, as, c.req.param('id'), text))
    })
    .delete('/messages/:id', async (c) => {
      const { as } = await readBody(c, ERASED)
      return answered(c, erase(parts, as, c.req.param('id')))
    })
}
