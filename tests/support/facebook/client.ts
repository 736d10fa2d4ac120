import { createRequire } from 'node:module'
import { type OutsideProxy, startProxy } from '../outside/proxy.ts'
import type { FakeFacebook } from './fake.ts'
import { trustAuthority } from './trust.ts'

/** The unchanged `fb` library, as far as the fake's own tests use it. */
export interface Fb {
  api(path: string, method: 'get' | 'post' | 'delete', params: object): Promise<Record<string, unknown>>
  extend(options: object): Fb
}

/** The real library at https://graph.facebook.com, which is the fake. */
export async function fbAt(facebook: FakeFacebook): Promise<{ fb: Fb; proxy: OutsideProxy }> {
  const proxy = await startProxy({ 'graph.facebook.com': facebook.url })
  trustAuthority(proxy.ca)
  const { Facebook } = createRequire(import.meta.url)('fb') as { Facebook: new (options: object) => Fb }
  const { appId, appSecret, pageToken } = facebook.settings
  const fb = new Facebook({
    version: 'v25.0',
    appId,
    appSecret,
    accessToken: pageToken,
    timeout: 5_000,
    proxy: proxy.url,
  })
  return { fb, proxy }
}

/** What Graph said in an error that `fb` gives: a JSON text in its message. */
export const saidIn = async (call: Promise<unknown>): Promise<{ code?: number | string; error_subcode?: number }> => {
  const error = await call.then(
    () => {
      throw new Error('it was answered')
    },
    (one: { response?: { error?: object } }) => one.response?.error ?? {},
  )
  return error
}
