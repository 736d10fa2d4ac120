import type { Agent } from 'node:https'
import { Direct } from './direct.ts'
import { Tunnel } from './tunnel.ts'

/** How a client with an agent of its own reaches a host: directly, or through the proxy (whose address may hold a password). */
export interface Way {
  agent: Agent
  proxy: string | null
}

/** The ways to hosts outside, for clients that take an agent and no dispatcher. One agent each, kept open between calls. */
export function openWays(proxy: { url: string; except: string } | null): { way(host: string): Way; close(): void } {
  const direct = new Direct({ keepAlive: true })
  const through = proxy && new Tunnel(proxy.url, { keepAlive: true })
  return {
    way: (host) =>
      through === null || proxy === null || isExcepted(host, proxy.except)
        ? { agent: direct, proxy: null }
        : { agent: through as unknown as Agent, proxy: proxy.url },
    close() {
      direct.destroy()
      through?.destroy()
    },
  }
}

/** Whether NO_PROXY names a host of ours, which all stand on port 443: by itself, by a domain above it, or with `*` all. */
export function isExcepted(host: string, except: string): boolean {
  return except
    .toLowerCase()
    .split(/[\s,]+/)
    .map((entry) =>
      entry
        .replace(/:443$/, '')
        .replace(/^\*(?=.)/, '')
        .replace(/^\./, ''),
    )
    .some((entry) => entry === '*' || (entry !== '' && (host === entry || host.endsWith(`.${entry}`))))
}
