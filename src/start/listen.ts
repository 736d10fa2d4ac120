import { createServer, type RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Config } from '../config.ts'

type FetchCallback = Parameters<typeof getRequestListener>[0]

/**
 * Opens the station's one port; answers with its address, and puts what closes it on `stops`.
 * @param first takes a request before the pages do: true where it was for it
 */
export async function listen(
  config: Pick<Config, 'host' | 'port'>,
  { first, fetch }: { first: (...call: Parameters<RequestListener>) => boolean; fetch: FetchCallback },
  stops: (() => unknown)[],
): Promise<string> {
  const pages = getRequestListener(fetch)
  const server = createServer((request, response) => {
    if (!first(request, response)) void pages(request, response)
  })
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
