import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Config } from '../config.ts'

/** Opens the station's one port; answers with its address, and puts what closes it on `stops`. */
export async function listen(
  config: Config,
  fetch: Parameters<typeof getRequestListener>[0],
  stops: (() => unknown)[],
): Promise<string> {
  const server = createServer(getRequestListener(fetch))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  stops.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : config.port
  return `http://${reachable(config.host)}:${port}`
}

/** A name that a browser on this machine can open: `0.0.0.0` is every address and none. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
