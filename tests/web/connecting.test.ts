import { once } from 'node:events'
import { request } from 'node:https'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import tls from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { connecting } from '../../src/web/connecting.ts'
import { openWays } from '../../src/web/way.ts'
import { BREAKS, startBrokenProxy } from '../support/outside/broken-proxy.ts'

/** A server that does this with each connection; answers with its port. */
async function server(does: (socket: Socket) => void): Promise<number> {
  const open = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    does(socket)
  })
  await new Promise<void>((resolve) => open.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void open.close())
  return (open.address() as AddressInfo).port
}

async function codeOf(port: number, proxy: string | null = null): Promise<string | undefined> {
  const { way, close } = openWays(proxy === null ? null : { url: proxy, except: '' })
  onTestFinished(close)
  const call = request({ host: '127.0.0.1', port, agent: way('127.0.0.1').agent }).end('a secret')
  const [error] = await once(call, 'error').catch((thrown) => [thrown])
  return (error as NodeJS.ErrnoException).code
}

test.each([
  ['drops the line', (socket: Socket) => void socket.once('data', () => socket.destroy())],
  ['ends the line', (socket: Socket) => void socket.once('data', () => socket.end())],
  ['speaks no TLS', (socket: Socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad\r\n\r\n'))],
])('a host that %s in the handshake never got the request', async (_, does) => {
  expect(await codeOf(await server(does))).toBe('EHANDSHAKE')
})

test('a host that is not there says so by itself', async () => {
  expect(await codeOf(1)).toBe('ECONNREFUSED')
})

test('a host that says nothing is given up before it could get anything', async () => {
  const port = await server(() => {})
  const socket = connecting(tls.connect({ host: '127.0.0.1', port }), 20)
  const [error] = await once(socket, 'error').catch((thrown) => [thrown])
  expect(error).toMatchObject({ code: 'EHANDSHAKE' })
})

test.each(Object.keys(BREAKS))('a proxy that %s never passed the request on', async (breaks) => {
  const broken = await startBrokenProxy(breaks)
  onTestFinished(broken.stop)
  expect(await codeOf(443, broken.url)).toMatch(/^(?:EPROXY|EHANDSHAKE)$/)
})

test('a proxy that is not there never passed the request on', async () => {
  expect(await codeOf(443, 'http://127.0.0.1:1')).toBe('EPROXY')
})
