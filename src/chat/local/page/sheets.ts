import { Hono } from 'hono'
import { z } from 'zod'
import type { Content } from '../../../model/chat.ts'
import { NETWORKS } from '../../../model/network.ts'
import { check } from '../body.ts'
import type { Parts } from '../parts.ts'
import { Refusal } from '../refusal.ts'
import { contentOf } from '../store/messages.ts'
import { lengthOn } from './length.ts'
import { actorOf, languageOf } from './person.ts'
import { editSheet, sheetOf } from './sheet.ts'

const WANTED = z.object({ message: z.string(), button: z.coerce.number().int().min(0) })
const MEASURED = z.object({ network: z.enum(NETWORKS), text: z.string() })

/** What the page fetches when somebody wants more: a form, a length, a long text as a whole. */
export const sheetRoutes = (parts: Parts): Hono => {
  const { store } = parts
  /** What a message or a private answer of this person shows; throws Refusal 404. */
  const shown = (id: string, person: string): Content => {
    const message = store.messages.find(id)
    const told = store.privates.find(id)
    if (message) return contentOf(message)
    if (told?.person === person) return JSON.parse(told.content) as Content
    throw new Refusal(404, 'unknown-message', { message: id.slice(0, 80) })
  }
  return new Hono()
    .get('/form', (c) => {
      const { message, button: index } = check(WANTED, c.req.query())
      const me = actorOf(parts, c)
      const button = shown(message, me.id).buttons?.[index]
      if (!button?.form) throw new Refusal(404, 'unknown-message', { message })
      return c.html(sheetOf(button, message, languageOf(parts, c, me), parts.clock.now()))
    })
    .get('/edit/:message', (c) => {
      const me = actorOf(parts, c)
      const id = c.req.param('message')
      return c.html(editSheet(shown(id, me.id).text, id, languageOf(parts, c, me)))
    })
    .post('/length', async (c) => {
      const { network, text } = check(MEASURED, await c.req.parseBody())
      return c.json({ length: lengthOn(network, text.replaceAll('\r\n', '\n')) })
    })
    .get('/text/:message', (c) => {
      const { quote, text, facts } = shown(c.req.param('message'), actorOf(parts, c).id)
      const lines = [quote && !quote.deleted ? quote.text : '', text, ...(facts ?? []).map((it) => it.value)]
      return c.text(lines.filter((it) => it !== '').join('\n\n'))
    })
}
