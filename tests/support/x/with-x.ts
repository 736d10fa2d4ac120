import { readFileSync } from 'node:fs'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { TwitterApi, type TwitterApiTokens } from 'twitter-api-v2'
import { onTestFinished } from 'vitest'
import { ManualClock } from '../clock.ts'
import { type OutsideProxy, startProxy } from '../outside/proxy.ts'
import { FakeX } from './fake.ts'
import type { XOptions } from './x.ts'

/** Where api.x.com is at this moment; the proxy lives as long as the process, as its certificates take half a second. */
const routes: Record<string, string> = { 'api.x.com': '' }
let way: Promise<{ proxy: OutsideProxy; ca: Buffer }> | null = null
const started = async () => {
  const proxy = await startProxy(routes)
  return { proxy, ca: readFileSync(proxy.ca) }
}

/** A fake X and the real library at https://api.x.com, for one test; it ends with the test, which fails where the description was broken. */
export async function withX(options: XOptions = {}) {
  const clock = new ManualClock()
  const x = await FakeX.start({ clock, ...options })
  way ??= started()
  const { proxy, ca } = await way
  routes['api.x.com'] = x.url
  proxy.asked.length = 0
  proxy.refusing = false
  const agent = new HttpsProxyAgent(proxy.url)
  // What its constructor takes is for the way to the proxy; these are for what lies behind it.
  Object.assign(agent.options, { ca })
  onTestFinished(async () => {
    agent.destroy()
    await x.stop()
  })
  const as = (tokens: Partial<TwitterApiTokens> = {}) =>
    new TwitterApi({ ...x.credentials, ...tokens } as TwitterApiTokens, { httpAgent: agent })
  return { x, clock, proxy, agent, as, v2: as().v2 }
}

/** What a call was refused with: status, title and detail of its problem. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; detail: string; type: string }> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  const { code, data } = error as { code: number; data: { detail: string; type: string } }
  return { status: code, detail: data?.detail, type: data?.type }
}
