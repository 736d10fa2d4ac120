import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { loopback } from '../../src/web/loopback.ts'

const app = new Hono().use(loopback()).get('/', (c) => c.text('in'))
const from = (address: string) => ({
  incoming: { socket: { remoteAddress: address, remotePort: 1, remoteFamily: 'IPv4' } },
})
const ask = async (headers: Record<string, string>, env?: object) => {
  const response = await app.request('/', { headers }, env)
  return response.status === 200 ? 'in' : ((await response.json()) as { error: string }).error
}

test('a script on this machine is welcome, from the network nobody is', async () => {
  expect(await ask({ host: '127.0.0.1:3000' }, from('127.0.0.1'))).toBe('in')
  expect(await ask({ host: 'localhost:3000' }, from('::1'))).toBe('in')
  expect(await ask({ host: '127.0.0.1:3000' }, from('::ffff:127.0.0.1'))).toBe('in')
  expect(await ask({ host: '127.0.0.1:3000' }, from('192.168.1.20'))).toBe('not-here')
  expect(await ask({ host: '127.0.0.1:3000' }, from('::ffff:192.168.1.20'))).toBe('not-here')
})

test.each(['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via'])(
  '%s gives a proxy away',
  async (name) => {
    expect(await ask({ host: '127.0.0.1:3000', [name]: '127.0.0.1' }, from('127.0.0.1'))).toBe('forwarded')
  },
)

test('a name that was bent to this address is refused', async () => {
  expect(await ask({ host: 'evil.example:3000' }, from('127.0.0.1'))).toBe('foreign-host')
  expect(await ask({ host: '127.0.0.1.evil.example' }, from('127.0.0.1'))).toBe('foreign-host')
  expect(await ask({}, from('127.0.0.1'))).toBe('foreign-host')
})

test('only a page of this very address may call', async () => {
  const here = { host: '127.0.0.1:3000' }
  expect(await ask({ ...here, origin: 'http://127.0.0.1:3000' }, from('127.0.0.1'))).toBe('in')
  expect(await ask({ ...here, origin: 'http://127.0.0.1:8080' }, from('127.0.0.1'))).toBe('foreign-origin')
  expect(await ask({ ...here, origin: 'https://evil.example' }, from('127.0.0.1'))).toBe('foreign-origin')
  expect(await ask({ ...here, origin: 'null' }, from('127.0.0.1'))).toBe('foreign-origin')
})

test('inside the process there is no socket to look at', async () => {
  expect(await ask({})).toBe('in')
  expect(await ask({ origin: 'https://evil.example' })).toBe('foreign-origin')
})

test('it reads the address of a real socket', async () => {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  onTestFinished(() => void server.close())
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('in')
})
