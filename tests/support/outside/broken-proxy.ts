import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

const STANDS = 'HTTP/1.1 200 Connection Established\r\n\r\n'

/** How a way outside breaks before a request could leave. */
export const BREAKS: Readonly<Record<string, (socket: Duplex) => void>> = {
  'refuses CONNECT': (socket) => socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'),
  'wants a password': (socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n<html>'),
  'cannot reach the network': (socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'),
  'says that there is too much': (socket) => socket.end('HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n'),
  'drops the line': (socket) => socket.destroy(),
  'drops the line in the handshake': (socket) => {
    socket.write(STANDS)
    socket.once('data', () => socket.destroy())
  },
  'ends the line in the handshake': (socket) => {
    socket.write(STANDS)
    socket.once('data', () => socket.end())
  },
  'leads to something that is no TLS': (socket) => {
    socket.write(STANDS)
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  },
}

/** A proxy that breaks every way in this manner. */
export async function startBrokenProxy(breaks: string): Promise<{ url: string; port: number; stop(): void }> {
  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connect', (_, socket) => {
    socket.on('error', () => socket.destroy())
    BREAKS[breaks]?.(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port, stop: () => void server.close() }
}
