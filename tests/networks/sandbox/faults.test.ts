import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { MINUTE, SECOND } from '../../../src/model/clock.ts'
import { sandboxNetwork } from '../../../src/networks/sandbox/adapter.ts'
import { ACCOUNT, playground, reply } from './playground.ts'

test('a line that drops after the post was taken leaves it unknown, and find sees it', async () => {
  const town = playground()
  await town.fault('drop-after-accept')
  expect(await town.x.publish(reply(null, 'Goedemorgen'), 'k1')).toMatchObject({ status: 'unknown' })
  const [post] = await town.posts('x')
  expect(await town.x.find!(reply(null, 'Goedemorgen'), 'k1', 0)).toMatchObject({ status: 'found', id: post?.id })
})

test('a line that drops before leaves it unknown, and find sees nothing', async () => {
  const town = playground()
  await town.fault('drop-before')
  expect(await town.x.publish(reply(null, 'Goedemorgen'), 'k1')).toMatchObject({ status: 'unknown' })
  expect(await town.x.find!(reply(null, 'Goedemorgen'), 'k1', 0)).toEqual({ status: 'absent' })
})

test('a post can turn up late, but always within the time the limits allow it', async () => {
  const town = playground()
  await town.fault('late-visible')
  expect(await town.x.publish(reply(null, 'Goedemorgen'), 'k1')).toMatchObject({ status: 'unknown' })
  expect(await town.x.find!(reply(null, 'Goedemorgen'), 'k1', 0)).toEqual({ status: 'absent' })
  expect(await town.posts('x')).toEqual([])
  town.clock.advance(town.x.limits.visibility)
  expect(await town.x.find!(reply(null, 'Goedemorgen'), 'k1', 0)).toMatchObject({ status: 'found' })
})

test('429 says how long to wait, a dead token waits long, and neither sends anything', async () => {
  const town = playground()
  await town.fault('429', { retryAfter: 7 })
  await town.fault('auth', { on: 'writes' })
  expect(await town.x.publish(reply(null, 'Hoi'), 'k')).toEqual({
    status: 'later',
    after: 7 * SECOND,
    reason: 'rate-limit',
    scope: 'rate',
  })
  expect(await town.x.publish(reply(null, 'Hoi'), 'k')).toEqual({
    status: 'later',
    after: 5 * MINUTE,
    reason: 'auth',
    scope: 'rate',
  })
  expect(await town.posts('x')).toEqual([])
  expect(await town.x.publish(reply(null, 'Hoi'), 'k')).toMatchObject({ status: 'published' })
})

test('a 500 may have taken the post: unknown', async () => {
  const town = playground()
  await town.fault('500')
  expect(await town.x.publish(reply(null, 'Hoi'), 'k')).toEqual({ status: 'unknown', reason: 'HTTP 500' })
})

test('a fault of one network leaves the others alone and can be called off', async () => {
  const town = playground()
  await town.fault('500', { network: 'facebook', times: 5 })
  expect(await town.x.publish(reply(null, 'Hoi'), 'k')).toMatchObject({ status: 'published' })
  await town.request('DELETE', '/sandbox/faults')
  expect(await town.facebook.publish(reply(null, 'Hoi'), 'k')).toMatchObject({ status: 'published' })
})

test('without access nothing can be read either, and the reason is told', async () => {
  const town = playground()
  await town.fault('auth')
  await expect(town.changes('x')).rejects.toMatchObject({ code: 'auth' })
})

test('a slow answer comes after the post is out', async () => {
  const town = playground()
  await town.fault('slow')
  const answer = town.x.publish(reply(null, 'Hoi'), 'k')
  await expect.poll(() => town.posts('x')).toHaveLength(1)
  town.clock.advance(3 * SECOND)
  expect(await answer).toMatchObject({ status: 'published' })
})

test.each([
  ['nobody is listening', new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }), 'later'],
  ['the line is reset', new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }), 'unknown'],
])('when %s, the outcome is right', async (_what, error, status) => {
  const network = sandboxNetwork('x', ACCOUNT, () => Promise.reject(error))
  expect(await network.publish(reply(null, 'Hoi'), 'k')).toMatchObject({ status })
})

test.each([
  ['an answer that is no JSON', new Response('<html>', { status: 201 })],
  ['an answer without an id', Response.json({ ok: true })],
  ['a refusal that a proxy wrote', new Response('Forbidden', { status: 403 })],
  ['a redirect', new Response(null, { status: 302 })],
])('%s proves nothing: unknown', async (_what, response) => {
  const network = sandboxNetwork('x', ACCOUNT, () => response)
  expect(await network.publish(reply(null, 'Hoi'), 'k')).toMatchObject({ status: 'unknown' })
})

async function listening(app: Hono) {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  onTestFinished(() => void server.close())
  await new Promise((ready) => server.once('listening', ready))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { server, network: sandboxNetwork('x', ACCOUNT, (path, init) => fetch(`${origin}${path}`, init)) }
}

test('as a process of its own it cuts the line', async () => {
  const town = playground()
  const { network } = await listening(town.app())
  await town.fault('drop-after-accept')
  expect(await network.publish(reply(null, 'Goedemorgen'), 'k1')).toMatchObject({ status: 'unknown' })
  expect(await network.find!(reply(null, 'Goedemorgen'), 'k1', 0)).toMatchObject({ status: 'found' })
})

test('where nobody listens any more nothing was sent', async () => {
  const { server, network } = await listening(playground().app())
  await new Promise((closed) => server.close(closed))
  expect(await network.publish(reply(null, 'Hoi'), 'k')).toMatchObject({ status: 'later', reason: 'ECONNREFUSED' })
})
