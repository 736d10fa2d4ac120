import type { HttpBindings } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { loopbackWording } from '../wording/loopback.ts'
import { preferred } from './language.ts'

const NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])
const FORWARDING = ['forwarded', 'x-real-ip', 'via']

/**
 * Lets only this machine in: by the address of the socket, never by what a header claims. What a proxy passed on is
 * refused, and so is a page of another site (its Origin), or one that bends its own name to this address (its Host).
 * A request without Origin is a script and welcome; one without a socket came from inside the process.
 */
export const loopback = (): MiddlewareHandler => async (c, next) => {
  const reason = intrusion(c)
  if (reason === null) return next()
  return c.json({ error: reason, message: loopbackWording(preferred(c, 'en'))[reason]() }, 403)
}

type Reason = keyof ReturnType<typeof loopbackWording>

function intrusion(c: Context): Reason | null {
  const headers = Object.keys(c.req.header())
  if (headers.some((name) => FORWARDING.includes(name) || name.startsWith('x-forwarded'))) return 'forwarded'
  const outside = (c.env as Partial<HttpBindings> | undefined)?.incoming !== undefined
  if (outside && !isLoopback(getConnInfo(c).remote.address)) return 'not-here'
  const host = c.req.header('host')
  if (outside ? !isLocalHost(host) : host !== undefined && !isLocalHost(host)) return 'foreign-host'
  const origin = c.req.header('origin')
  if (origin === undefined) return null
  return origin === `http://${host ?? new URL(c.req.url).host}` ? null : 'foreign-origin'
}

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && (address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address))

const isLocalHost = (host: string | undefined): boolean =>
  host !== undefined && NAMES.has(host.toLowerCase().replace(/:\d{1,5}$/, ''))
