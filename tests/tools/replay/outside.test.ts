import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { expect, onTestFinished, test } from 'vitest'
import { outside } from '../../../src/tools/replay/outside.ts'

async function listening(app: Hono): Promise<string> {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  onTestFinished(() => void server.close())
  await new Promise((ready) => server.once('listening', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('an answer that the desk had to promise for later is waited for, and acknowledged', async () => {
  const acknowledged: unknown[] = []
  const app = new Hono()
    .post('/desk/messages', (c) => c.json({ event: 'e2', private: [{ kind: 'private', text: 'Komt later' }] }, 202))
    .get('/desk/events', (c) =>
      streamSSE(c, async (stream) => {
        const told = (event: string, code: string) =>
          stream.writeSSE({
            event: 'private',
            data: JSON.stringify({ id: `p-${event}`, event, kind: 'private', text: '', about: { code } }),
          })
        await stream.writeSSE({ event: 'channel', data: '{"channel":""}' })
        await told('e1', 'duplicate')
        await told('e2', 'too-long')
      }),
    )
    .post('/desk/events/ack', async (c) => {
      acknowledged.push(await c.req.json())
      return c.json({ acknowledged: 1 })
    })
  const told = await outside(await listening(app)).type('curator-deventer', 'boek-kwijt', '/reply 12.3 Hoi')
  expect(told).toMatchObject([{ about: { code: 'too-long' } }])
  expect(acknowledged).toEqual([{ as: 'curator-deventer', ids: ['p-e2'] }])
})

test('an answer that is not what it should be is an error that names the call', async () => {
  const app = new Hono().get('/desk/channels', (c) => c.json([{ title: 'no name' }]))
  await expect(outside(await listening(app)).threads(0)).rejects.toThrow('/desk/channels: ')
})
