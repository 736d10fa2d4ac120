import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { proxy } from 'hono/proxy'
import { z } from 'zod'
import { deskThread, deskTold } from './desk-shape.ts'
import type { FakeSlack } from './fake.ts'
import { befall } from './misfortunes.ts'
import type { Ephemeral } from './types.ts'

const SAID = z.object({ as: z.string(), channel: z.string(), thread: z.string().nullish(), text: z.string() })
const PRESSED = z.object({ as: z.string(), message: z.string(), action: z.string(), value: z.string().default('') })
const WANTED = z.object({ since: z.coerce.number().default(0), limit: z.coerce.number().default(1_000_000) })

/** How long a person looks whether the station has something to say; then it is "later". */
const PATIENCE = 8_000
const LOOK = 20

/**
 * The local desk's calls over the fake Slack, so that the runs that speak to a desk (replay, torture) speak to Slack
 * unchanged: who acts does so as a person in Slack, and what is read is what stands there. `acts` come one after the
 * other for each person, as from one keyboard. With `sandbox` its calls are passed on there.
 */
export async function asDesk(
  slack: FakeSlack,
  { prefix = '', sandbox = null as string | null } = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const turns = new Map<string, Promise<unknown>>()
  const inTurn = <T>(who: string, work: () => Promise<T>): Promise<T> => {
    const done = (turns.get(who) ?? Promise.resolve()).then(work, work)
    turns.set(
      who,
      done.catch(() => {}),
    )
    return done
  }
  /** The number of what the person alone was shown last; what vanishes in between does not shift it. */
  const newest = (who: string) => Math.max(0, ...slack.ephemerals(who).map(({ seq }) => seq))
  /** What the person alone is shown after `before`, in this place; null when nothing comes. */
  const told = async (who: string, before: number, fits: (one: Ephemeral) => boolean) => {
    for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(LOOK)) {
      const news = slack.ephemerals(who).filter((one) => one.seq > before && fits(one))
      if (news.length > 0) return news
    }
    return null
  }
  /** Whether the app acknowledged what the person did; else Slack shows its triangle, and nothing was done for sure. */
  const taken = async (who: string, work: () => Promise<void>): Promise<boolean> => {
    const before = slack.errorsSeen.length
    await work()
    const { id } = slack.workspace.person(who)
    return !slack.errorsSeen.slice(before).some((it) => it.user === id)
  }
  const answer = (event: string, message: string | null, news: Ephemeral[] | null) =>
    news === null
      ? { status: 202 as const, body: { event, message, private: [{ kind: 'private', text: 'later' }] } }
      : { status: 200 as const, body: { event, message, private: news.map(deskTold) } }

  const app = new Hono()
    .get('/desk/channels', (c) =>
      c.json([...slack.workspace.channels.values()].filter((it) => it.kind !== 'im').map(({ name }) => ({ name }))),
    )
    .get('/desk/channels/:name/threads', (c) => {
      const { since, limit } = WANTED.parse(c.req.query())
      const channel = slack.workspace.channel(c.req.param('name'))
      const roots = channel.roots.filter((it) => Number(it.latest_reply ?? it.ts) * 1_000 >= since).slice(-limit)
      return c.json(roots.map((root) => deskThread([root, ...(channel.threads.get(root.ts) ?? [])])))
    })
    .post('/desk/messages', async (c) => {
      const { as, channel, thread, text } = SAID.parse(await c.req.json())
      const done = await inTurn(as, async () => {
        const before = newest(as)
        const here = slack.workspace.channel(channel).id
        if (!thread && text.startsWith('/')) {
          const [, name = '', words = ''] = /^\/(\S+)\s*([\s\S]*)$/.exec(text) ?? []
          if (!(await taken(as, () => slack.slash(as, channel, `/${prefix}${name}`, words)))) return null
          return answer('slash', null, await told(as, before, (it) => it.channel === here && !it.thread_ts))
        }
        const ts = await slack.types(as, channel, text, thread ? { thread } : {})
        const fits = (it: Ephemeral) => it.channel === here && (!thread || it.thread_ts === thread)
        return answer('typed', ts, await told(as, before, fits))
      })
      return done ? c.json(done.body, done.status) : hangUp(c)
    })
    .post('/desk/actions', async (c) => {
      const { as, message, action } = PRESSED.parse(await c.req.json())
      const done = await inTurn(as, async () => {
        const before = newest(as)
        const shown = slack.ephemerals(as).find((it) => it.ts === message)
        if (!shown) throw new Error(`${as} does not see ${message}`)
        const button = deskTold(shown).buttons.find((it) => it.action === action)
        if (!(await taken(as, () => slack.pressesEphemeral(as, button?.id ?? action, message)))) return null
        return answer('pressed', null, await told(as, before, (it) => it.thread_ts === shown.thread_ts))
      })
      return done ? c.json(done.body, done.status) : hangUp(c)
    })
    .post('/desk/events/ack', (c) => c.json({}))
    .post('/desk/faults', async (c) => {
      befall(slack, await c.req.json())
      return c.json({ ok: true }, 201)
    })
    .delete('/desk/faults', (c) => {
      slack.faults.clear()
      return c.json({ ok: true })
    })
  if (sandbox)
    app.all('/sandbox/*', (c) =>
      proxy(`${sandbox}${c.req.path}${new URL(c.req.url).search}`, { raw: c.req.raw, headers: c.req.header() }),
    )
  app.onError((error, c) => c.json({ error: 'failed', message: error.message }, 400))

  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** To whoever asked it is as if the line had dropped. */
function hangUp(c: Context): Response {
  ;(c.env as HttpBindings).outgoing.destroy()
  return c.body(null)
}
