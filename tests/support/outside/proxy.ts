import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, request as onward, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { throwAwayCa } from './ca.ts'

export interface OutsideProxy {
  /** For HTTPS_PROXY. */
  url: string
  /** For NODE_EXTRA_CA_CERTS: the file of the throw-away authority. */
  ca: string
  /** Every host that was asked for, in order. */
  asked: string[]
  /** While true each connection is refused, as with a proxy that is down. */
  refusing: boolean
  stop(): Promise<void>
}

/**
 * A proxy as a municipal network has one, behind which a platform's own addresses are its fake: an unchanged client with
 * HTTPS_PROXY and NODE_EXTRA_CA_CERTS (or an agent with the file `ca`) reaches it. It refuses every other host.
 *
 * @param routes where each host's fake listens, as an origin
 */
export async function startProxy(routes: Readonly<Record<string, string>>, port = 0): Promise<OutsideProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'outside-'))
  const { ca, key, cert } = throwAwayCa(folder, Object.keys(routes))
  const targetOf = ({ headers }: IncomingMessage) => new URL(routes[(headers.host ?? '').split(':')[0] ?? ''] ?? '')
  const open = new Set<Duplex>()
  const followed = <T extends Duplex>(socket: T): T => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
    return socket
  }

  const inside = createSecureServer({ key, cert }, (request, response) => passOn(targetOf(request), request, response))
  inside.on('upgrade', (request, socket, head) =>
    passUpgrade(targetOf(request), request, followed(socket), head, followed),
  )
  const outside = createServer((_, response) => response.writeHead(405).end('only CONNECT'))
  const proxy: OutsideProxy = {
    url: '',
    ca,
    asked: [],
    refusing: false,
    async stop() {
      for (const socket of open) socket.destroy()
      inside.close()
      await new Promise((resolve) => outside.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
  outside.on('connect', (request, socket, head) => {
    followed(socket)
    const [host = '', hostPort] = (request.url ?? '').split(':')
    proxy.asked.push(host)
    if (proxy.refusing || hostPort !== '443' || routes[host] === undefined) {
      return void socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    if (head.length > 0) socket.unshift(head)
    inside.emit('connection', socket)
  })
  await new Promise<void>((resolve) => outside.listen(port, '127.0.0.1', resolve))
  proxy.url = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
  return proxy
}

function passOn(to: URL, request: IncomingMessage, response: ServerResponse): void {
  const { method, url: path, headers } = request
  const passed = onward({ host: to.hostname, port: to.port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
    answer.on('error', () => response.destroy())
  })
  // What the fake drops must be felt as a dropped line.
  passed.on('error', () => response.destroy())
  request.pipe(passed)
}

function passUpgrade(
  to: URL,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  followed: <T extends Duplex>(one: T) => T,
): void {
  const { method, url, rawHeaders } = request
  const passed = followed(connect(Number(to.port), to.hostname))
  const lines: string[] = []
  for (let at = 0; at < rawHeaders.length; at += 2) lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`)
  passed.write(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  if (head.length > 0) passed.write(head)
  socket.pipe(passed).pipe(socket)
  passed.on('close', () => socket.destroy())
  socket.on('close', () => passed.destroy())
}
