import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { Refusal } from './refusal.ts'

const COOKIE = 'desk_token'

/**
 * Asks for the token that the start printed: once as `?token=`, which becomes a cookie that no script can read, or
 * with each call as `Authorization: Bearer`. With null nothing is asked.
 */
export const requireToken =
  (token: string | null): MiddlewareHandler =>
  async (c, next) => {
    if (token === null || c.req.path.startsWith('/desk/station/')) return next()
    const asked = c.req.query('token')
    if (asked !== undefined && same(asked, token)) {
      setCookie(c, COOKIE, token, { path: '/desk', httpOnly: true, sameSite: 'Strict' })
      if (c.req.method !== 'GET' || !c.req.header('accept')?.includes('text/html')) return next()
      // The address bar must not keep the token, nor hand it on.
      const url = new URL(c.req.url)
      url.searchParams.delete('token')
      return c.redirect(`${url.pathname}${url.search}`, 303)
    }
    const bearer = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    if (same(bearer ?? getCookie(c, COOKIE) ?? '', token)) return next()
    throw new Refusal(401, 'token')
  }

const digest = (text: string) => createHash('sha256').update(text).digest()
const same = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))
