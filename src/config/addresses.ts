import { isIP } from 'node:net'

/** `proxy:3128`, as curl takes it, is `http://proxy:3128`. */
export function withScheme(proxy: string): string {
  return proxy.includes('://') ? proxy : `http://${proxy}`
}

/** `http://proxy.example:3128`, with a name and a password where it wants them; the scheme may be left out. */
export function isProxy(value: string) {
  const url = URL.canParse(withScheme(value)) ? new URL(withScheme(value)) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' && url.pathname === '/' && !url.search
}

/** A name or an IP address, without a scheme and without a port. */
export function isHost(host: string) {
  return isIP(host) !== 0 || /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(host)
}

/** An http(s) origin on this machine: the stand-ins take anybody's word, so they are reached over loopback only. */
export function isLoopback(value: string) {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || !['http:', 'https:'].includes(url.protocol)) return false
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return bare && (url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(url.hostname))
}
