import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { inspect } from 'node:util'
import { WebSocket } from 'undici'
import { expect, onTestFinished, test, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import { openOutside } from '../../src/web/outside.ts'
import { certificateFor } from '../support/certificate.ts'

async function listen(server: Server): Promise<number> {
  const open = new Set<Socket>()
  server.on('connection', (socket) => open.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    for (const socket of open) socket.destroy()
  })
  return (server.address() as AddressInfo).port
}

/** The world outside: answers https and a WebSocket as Slack would, with a certificate that nobody vouches for. */
async function world(): Promise<number> {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  onTestFinished(() => void vi.unstubAllEnvs())
  const server = createSecureServer(certificateFor('localhost'), (_, answer) => answer.end('from outside'))
  new WebSocketServer({ server }).on('connection', (socket) => socket.send('hello'))
  return listen(server)
}

/** A proxy that takes CONNECT from whoever brings `word`, and remembers what it was asked. */
async function proxy(word: string | null = null) {
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`)
    answer.writeHead(500).end()
  })
  server.on('connect', (request, socket, head) => {
    asked.push(`CONNECT ${request.url}`)
    const proof = word === null ? undefined : `Basic ${Buffer.from(word).toString('base64')}`
    if (request.headers['proxy-authorization'] !== proof) return socket.end('HTTP/1.1 407 Who are you?\r\n\r\n')
    const [, port = ''] = (request.url ?? '').split(':')
    const onward = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      onward.write(head)
      socket.pipe(onward).pipe(socket)
    })
    socket.on('error', () => onward.destroy())
    onward.on('error', () => socket.destroy())
  })
  return { asked, port: await listen(server) }
}

function outsideThrough(url: string | null, except = '') {
  const outside = openOutside(url === null ? null : { url, except })
  onTestFinished(() => outside.close())
  return outside
}

test('calls and sockets both go through the proxy, with the name and password that its address holds', async () => {
  const [port, { asked, ...it }] = [await world(), await proxy('station:s3cret')]
  const { fetch, dispatcher } = outsideThrough(`http://station:s3cret@127.0.0.1:${it.port}`)
  expect(await (await fetch(`https://localhost:${port}/api`)).text()).toBe('from outside')
  const socket = new WebSocket(`wss://localhost:${port}/link`, { dispatcher })
  const [{ data }] = await once(socket, 'message')
  socket.close()
  expect(data).toBe('hello')
  expect(asked).toEqual([`CONNECT localhost:${port}`, `CONNECT localhost:${port}`])
})

test('without a proxy both go by themselves, whatever the environment names', async () => {
  const [port, { asked, ...it }] = [await world(), await proxy()]
  vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${it.port}`)
  vi.stubEnv('https_proxy', `http://127.0.0.1:${it.port}`)
  const { fetch, dispatcher } = outsideThrough(null)
  expect(await (await fetch(`https://localhost:${port}/api`)).text()).toBe('from outside')
  const socket = new WebSocket(`wss://localhost:${port}/link`, { dispatcher })
  expect((await once(socket, 'message'))[0]).toMatchObject({ data: 'hello' })
  socket.close()
  expect(asked).toEqual([])
})

test('what NO_PROXY names is reached directly, and the environment has no say in that', async () => {
  const [port, { asked, ...it }] = [await world(), await proxy()]
  vi.stubEnv('no_proxy', '*')
  vi.stubEnv('NO_PROXY', '*')
  const url = `https://localhost:${port}/api`
  await outsideThrough(`http://127.0.0.1:${it.port}`, 'elsewhere.example').fetch(url)
  expect(asked).toHaveLength(1)
  await outsideThrough(`http://127.0.0.1:${it.port}`, 'elsewhere.example,localhost').fetch(url)
  expect(asked).toHaveLength(1)
})

test('a proxy that refuses, or is not there, is told by its answer and never by its password', async () => {
  const port = await world()
  const { port: guarded } = await proxy('station:right')
  const whyNot = async (url: string) => {
    const error: unknown = await outsideThrough(url)
      .fetch(`https://localhost:${port}/`)
      .then(() => 'it was let through')
      .catch((refused: unknown) => refused)
    return inspect(error, { depth: null })
  }
  const refused = await whyNot(`http://station:s3cret@127.0.0.1:${guarded}`)
  const absent = await whyNot('http://station:s3cret@127.0.0.1:1')
  expect(refused).toContain('407')
  expect(absent).toContain('ECONNREFUSED')
  for (const told of [refused, absent]) expect(told).not.toMatch(/s3cret|c3RhdGlvbjpzM2NyZXQ/)
})
