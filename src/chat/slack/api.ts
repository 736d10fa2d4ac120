import { WebClient } from '@slack/web-api'
import { SECOND } from '../../model/clock.ts'
import { apiLog } from './api-log.ts'
import { Health, type TellTrouble } from './health.ts'
import { Limits } from './limits.ts'
import type { Api, Reply, SlackOptions } from './parts.ts'
import { brokenLine, replyOf } from './reply.ts'

const TIMEOUT = 10 * SECOND
/** The only place where Slack takes answers to commands and actions. */
const HOOKS = 'https://hooks.slack.com'

/**
 * Slack's Web API. The client's own retries are off, since a second POST of a message is a second message: what is
 * tried again, and when, is the outbox's.
 */
export function createApi(options: Pick<SlackOptions, 'botToken' | 'fetch' | 'clock' | 'log'>, tell: TellTrouble): Api {
  const health = new Health(options.clock, tell)
  const limits = new Limits(options.clock)
  const client = new WebClient(options.botToken, {
    retryConfig: { retries: 0 },
    timeout: TIMEOUT,
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: options.fetch,
    logger: apiLog(options.log),
  })
  return {
    get reachable() {
      return health.reachable
    },
    async call(method, args) {
      const left = limits.left(method)
      if (left > 0) return { kind: 'limited', after: left }
      const reply = await client
        .apiCall(method, args)
        .then((body): Reply => ({ kind: 'ok', body: { ...body } }), replyOf)
      limits.saw(method, reply)
      health.saw(method, args.token === undefined ? 'bot' : 'app', reply)
      if (reply.kind !== 'ok' && reply.kind !== 'limited') options.log.debug({ method, reply }, 'slack: a call failed')
      return reply
    },
    respond: (url, body) => respond(options.fetch, url, body),
  }
}

/** The address is as good as a password for half an hour, so it stands in no reply and in no log. */
async function respond(send: typeof fetch, url: string, body: Record<string, unknown>): Promise<Reply> {
  if (!URL.canParse(url) || new URL(url).origin !== HOOKS)
    return { kind: 'refused', error: 'not_an_address_of_slack', needed: null }
  try {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    })
    await response.text()
    if (response.ok) return { kind: 'ok', body: {} }
    if (response.status >= 500) return { kind: 'lost', reason: `HTTP ${response.status}` }
    if (response.status !== 429) return { kind: 'refused', error: `http_${response.status}`, needed: null }
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    return { kind: 'limited', after: (Number.isFinite(seconds) ? seconds : 10) * SECOND }
  } catch (error) {
    return brokenLine(error)
  }
}
