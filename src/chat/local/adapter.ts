import type { Logger } from 'pino'
import { z } from 'zod'
import type { Content } from '../../model/chat.ts'
import type { Clock } from '../../model/clock.ts'
import type { Found, Outcome } from '../../model/network.ts'
import { deskPageWording } from '../../wording/desk-page.ts'
import type { Chat, Premises } from '../chat.ts'
import { call, type FetchLike, notYet, outcomeOf, type Reply } from './call.ts'
import { listenTo } from './listen.ts'

const PUT = z.object({ id: z.string().min(1) })
const FOUND = z.object({ found: z.object({ id: z.string().min(1) }).nullable() })

interface Writing {
  channel: string
  content: Content
  key: string
  thread?: string
  message?: string
}

/**
 * The local desk as a chat platform, embedded or elsewhere. Where it cannot be reached at `prepare`, the premises are
 * put to it as soon as `listen` reaches it, and until then its channels are only late.
 */
export function localChat(fetchLike: FetchLike, clock: Clock, log: Logger): Chat {
  let premises: Premises | null = null
  let owed = true
  let reachable = true
  const ask = async (path: string, init?: RequestInit, timeout?: number): Promise<Reply> => {
    const reply = await call(fetchLike, path, init, timeout)
    reachable = reply.kind === 'ok' || reply.kind === 'refused'
    return reply
  }
  const send = (method: string, path: string, body: object): Promise<Reply> =>
    ask(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const write = async (path: string, body: Writing): Promise<Outcome> => {
    const reply = await send('POST', path, body)
    if (reply.kind !== 'refused') return outcomeOf(reply, PUT)
    if (reply.code === 'unknown-thread' || reply.code === 'unknown-message')
      return { status: 'rejected', reason: 'gone' }
    if (reply.code !== 'unknown-channel') return outcomeOf(reply, PUT)
    // A desk that was started anew has lost what we put there once.
    owed ||= premises?.channels.some((it) => it.name === body.channel) ?? false
    return owed ? notYet(reply.code) : { status: 'rejected', reason: 'no-channel' }
  }
  const furnish = async (wanted: Premises): Promise<void> => {
    const reply = await send('PUT', '/desk/station/premises', wanted)
    if (reply.kind === 'refused') throw new Error(`the desk does not take the station's premises: ${reply.message}`)
    owed = reply.kind !== 'ok'
  }
  /** The sentence for a person whose act ran into a fault of ours, in that person's language. */
  const failed = (member: string): string => {
    const person = premises?.people.find((it) => it.id === member)
    return deskPageWording(person?.language ?? premises?.language ?? 'nl').failed
  }

  return {
    platform: 'desk',
    get reachable() {
      return reachable
    },
    async prepare(wanted) {
      premises = wanted
      await furnish(wanted)
    },
    open: (channel, content, key) => write('/desk/station/open', { channel, content, key }),
    post: (channel, thread, content, key) => write('/desk/station/post', { channel, thread, content, key }),
    revise: (channel, message, content, key) => write('/desk/station/revise', { channel, message, content, key }),
    async find(channel, thread, key): Promise<Found> {
      const query = new URLSearchParams({ channel, key, ...(thread !== null && { thread }) })
      const reply = await ask(`/desk/station/find?${query}`)
      const answer = reply.kind === 'ok' ? FOUND.safeParse(reply.body) : null
      if (!answer?.success) return { status: 'cannot tell' }
      return answer.data.found ? { status: 'found', id: answer.data.found.id, url: null } : { status: 'absent' }
    },
    listen: (handlers, signal) =>
      listenTo({
        handlers,
        signal,
        clock,
        log,
        failed,
        ask,
        send,
        settleIn: async () => {
          if (owed && premises) await furnish(premises)
        },
      }),
  }
}
