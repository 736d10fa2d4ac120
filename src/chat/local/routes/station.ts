import { Hono } from 'hono'
import { z } from 'zod'
import { SECOND } from '../../../model/clock.ts'
import { answer } from '../acts/answer.ts'
import { put, revise } from '../acts/put.ts'
import { befall } from '../befall.ts'
import { check, readBody } from '../body.ts'
import { CONTENT } from '../content.ts'
import { channelNamed, type Parts, rootOf } from '../parts.ts'
import type { DeskPremises } from '../premises.ts'

const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('nl', { timeZone: name })
    return true
  } catch {
    return false
  }
}
const PREMISES: z.ZodType<DeskPremises> = z.object({
  channels: z.array(z.object({ name: z.string().min(1).max(80), topic: z.string() })),
  people: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string(),
      initials: z.string(),
      roles: z.array(z.string()),
      language: z.enum(['nl', 'en']),
    }),
  ),
  language: z.enum(['nl', 'en']),
  zone: z.string().refine(isZone, 'no time zone'),
  networks: z.array(z.object({ name: z.string(), live: z.boolean() })),
  commands: z.array(z.object({ name: z.string(), usage: z.string(), summary: z.string() })),
})
const key = z.string().min(1).max(500)
const OPEN = z.object({ channel: z.string(), key, content: CONTENT })
const POST = OPEN.extend({ thread: z.string() })
const REVISE = OPEN.extend({ message: z.string() })
const ASKED = z.object({
  after: z.string().default(''),
  wait: z.coerce.number().int().min(0).max(60_000).default(0),
})
const SOUGHT = z.object({ channel: z.string(), key, thread: z.string().optional() })
const ACK = z.object({ ids: z.array(z.string()).max(1_000) })
const ANSWER = z.object({ event: z.string(), answers: z.array(CONTENT).max(20) })

/** So many events are given out at once. */
const PAGE = 50
/** What was acknowledged so long ago and never answered is forgotten. */
const FORGOTTEN = 86_400 * SECOND

/** The protocol of the station's adapter, under /desk/station. */
export const stationRoutes = (parts: Parts): Hono => {
  const { store, bus, clock } = parts
  return new Hono()
    .put('/premises', async (c) => {
      const premises = await readBody(c, PREMISES)
      store.commit(() => {
        store.rooms.prepare(premises)
        store.events.forget(clock.now() - FORGOTTEN)
      })
      bus.tell({ kind: 'channel', channel: '' })
      return c.json({ ok: true })
    })
    .post('/open', async (c) => {
      const { channel, key, content } = await readBody(c, OPEN)
      return befall(c, parts, 'writes', () => put(parts, { channel, thread: null }, content, key))
    })
    .post('/post', async (c) => {
      const { channel, thread, key, content } = await readBody(c, POST)
      return befall(c, parts, 'writes', () => put(parts, { channel, thread }, content, key))
    })
    .post('/revise', async (c) => {
      const { channel, message, content } = await readBody(c, REVISE)
      return befall(c, parts, 'writes', () => revise(parts, channel, message, content))
    })
    .get('/find', (c) => {
      const { channel: name, key, thread } = check(SOUGHT, c.req.query())
      return befall(c, parts, 'reads', () => {
        const channel = channelNamed(parts, name)
        const root = thread === undefined ? null : rootOf(parts, channel, thread)
        const seq = store.messages.byKey(key, channel.id, root)
        return { found: seq === null ? null : { id: store.messages.idOf(seq) } }
      })
    })
    .get('/events', (c) => {
      const { after, wait } = check(ASKED, c.req.query())
      return befall(c, parts, 'reads', async () => {
        parts.station.asked = clock.steady()
        const events = store.events.open(after, PAGE)
        if (events.length > 0 || wait === 0) return { events }
        const gone = new AbortController()
        c.req.raw.signal.addEventListener('abort', () => gone.abort(), { once: true })
        await bus.nextEvent(clock.wait(wait, gone.signal))
        gone.abort()
        parts.station.asked = clock.steady()
        return { events: store.events.open(after, PAGE) }
      })
    })
    .post('/ack', async (c) => {
      const { ids } = await readBody(c, ACK)
      return befall(c, parts, 'reads', () => ({
        acknowledged: store.commit(() => ids.filter((id) => store.events.ack(id, clock.now())).length),
      }))
    })
    .post('/answer', async (c) => {
      const { event, answers } = await readBody(c, ANSWER)
      return befall(c, parts, 'reads', () => {
        answer(parts, event, answers)
        return { ok: true }
      })
    })
}
