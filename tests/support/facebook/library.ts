import { createRequire } from 'node:module'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { ManualClock } from '../clock.ts'
import { type OutsideProxy, startProxy } from '../outside/proxy.ts'
import { FakeFacebook } from './fake.ts'
import type { GraphOptions } from './graph.ts'
import { trustAuthority } from './trust.ts'

/** The unchanged `fb` library, as far as the fake's own tests use it. */
export interface Fb {
  api(path: string, method: 'get' | 'post' | 'delete', params: object): Promise<Record<string, unknown>>
  extend(options: object): Fb
}

const HOST = 'graph.facebook.com'

/** For a file of tests: each has a fake of its own, and the real library reaches it at https://graph.facebook.com. */
export function withFacebook() {
  const routes = { [HOST]: 'http://127.0.0.1:1' }
  let proxy: OutsideProxy
  const open: FakeFacebook[] = []
  beforeAll(async () => {
    proxy = await startProxy(routes)
    trustAuthority(proxy.ca)
  })
  afterEach(async () => {
    for (const facebook of open.splice(0)) await facebook.stop()
  })
  afterAll(() => proxy.stop())

  return async (options: GraphOptions = {}) => {
    const clock = new ManualClock()
    const facebook = await FakeFacebook.start({ clock, ...options })
    open.push(facebook)
    routes[HOST] = facebook.url
    const { Facebook } = createRequire(import.meta.url)('fb') as { Facebook: new (options: object) => Fb }
    const { appId, appSecret, pageToken } = facebook.settings
    const settings = { version: 'v25.0', appId, appSecret, accessToken: pageToken, timeout: 5_000, proxy: proxy.url }
    const fb = new Facebook(settings)
    const app = fb.extend({ accessToken: `${appId}|${appSecret}` })
    return { facebook, fb, app, clock, page: facebook.settings.pageId }
  }
}

/** What went wrong, as `fb` tells it: Graph's error, or what became of the line. */
export const saidIn = (call: Promise<unknown>): Promise<object> =>
  call.then(
    (answer) => ({ answered: answer }),
    (error: { response?: { error?: object } }) => error.response?.error ?? error,
  )
