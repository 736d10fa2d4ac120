import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { proxy } from 'hono/proxy'
import { type Misfortune, NotHere, type Stage } from './stage.ts'

interface Body {
  network?: string
  author?: string
  text?: string
  inReplyTo?: string | null
  kind?: string
}

/**
 * The sandbox's calls over the fakes of the real networks, so that what plays the public there (replay, torture) plays
 * it here as well. What is said to the desk is passed on.
 * @param desk the origin to which /desk is passed on, and the token that it asks for; null where nobody speaks to it here
 */
export async function asSandbox(stages: readonly Stage[], desk: { url: string; token: string } | null) {
  const stageOf = (name: string | undefined): Stage => {
    const stage = stages.find((it) => it.name === name)
    if (!stage) throw new NotHere(`no network ${name}`)
    return stage
  }
  const among = (name: string | undefined) => (name ? [stageOf(name)] : stages)
  const having = (id: string): Stage => {
    const stage = stages.find((it) => it.written().some((one) => one.id === id))
    if (!stage) throw new NotHere(`no message ${id}`)
    return stage
  }
  const app = new Hono()
  app.post('/sandbox/messages', async (c) => {
    const { network, author = '', text = '', inReplyTo = null, kind } = await c.req.json<Body>()
    return c.json({ id: stageOf(network).write(author, text, inReplyTo, kind), url: '' }, 201)
  })
  app.patch('/sandbox/messages/:id', async (c) => {
    const id = c.req.param('id')
    having(id).edit(id, (await c.req.json<Body>()).text ?? '')
    return c.json({ id })
  })
  app.delete('/sandbox/messages/:id', (c) => {
    const id = c.req.param('id')
    having(id).remove(id)
    return c.json({ id })
  })
  app.get('/sandbox/messages', (c) => {
    const all = among(c.req.query('network')).flatMap((it) => it.written().map((one) => ({ network: it.name, ...one })))
    return c.json(all)
  })
  app.get('/sandbox/posts', (c) => {
    const since = Number(c.req.query('since') ?? 0)
    const all = among(c.req.query('network')).flatMap((it) => it.ours().map((one) => ({ network: it.name, ...one })))
    return c.json(all.filter(({ at }) => at >= since))
  })
  app.post('/sandbox/faults', async (c) => {
    const given = await c.req.json<Partial<Misfortune> & { network?: string }>()
    const one = { kind: '500', on: 'writes', times: 1, retryAfter: 2, ...given } as Misfortune
    for (const stage of among(given.network)) stage.misfortune(one)
    return c.json({ ok: true }, 201)
  })
  app.delete('/sandbox/faults', (c) => {
    for (const stage of stages) stage.calm()
    return c.json({ ok: true })
  })
  app.post('/sandbox/quotas', async (c) => {
    const { lifted } = await c.req.json<{ lifted: boolean }>()
    for (const stage of stages) stage.lift(lifted)
    return c.json({ lifted })
  })
  if (desk !== null)
    app.all('/desk/*', (c) => {
      const { pathname, search } = new URL(c.req.url)
      const headers = new Headers(c.req.raw.headers)
      headers.delete('host')
      headers.set('authorization', `Bearer ${desk.token}`)
      return proxy(`${desk.url}${pathname}${search}`, { raw: c.req.raw, headers })
    })
  app.onError((error, c) => {
    if (error instanceof NotHere) return c.json({ error: 'not-here', message: error.message }, 409)
    return c.json({ error: 'broken', message: String(error) }, 500)
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
