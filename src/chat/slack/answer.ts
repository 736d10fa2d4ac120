import type { Logger } from 'pino'
import { z } from 'zod'
import type { Content } from '../../model/chat.ts'
import { type Clock, SECOND } from '../../model/clock.ts'
import type { Origin } from './events/heard.ts'
import type { Api, Draw, Rendered, Reply } from './parts.ts'

const TRIES = 4
const PAUSE = SECOND / 2
/** Slack takes so many answers at the address that came with a command (docs.slack.dev, handling user interaction). */
const MOST_AT_ADDRESS = 5
/** Where a person is not, or we are not, nobody can be told anything there. */
const ELSEWHERE = new Set([
  'user_not_in_channel',
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'thread_not_found',
])
/** Slack would fetch what a link of the public's leads to, and show it. */
const PLAIN = { unfurl_links: false, unfurl_media: false } as const
const OPENED = z.object({ channel: z.object({ id: z.string() }) })

interface AnswerParts {
  api: Api
  draw: Draw
  clock: Clock
  log: Logger
  signal: AbortSignal
}
type Way = (rendered: Rendered) => Promise<Reply>

/**
 * Tells a person alone what came of an act, a message each, where the act was done, else in the conversation with the
 * station. It carries nothing that could be lost, so after a few tries it is let go.
 */
export function createAnswer({ api, draw, clock, log, signal }: AnswerParts) {
  const direct = new Map<string, string>()

  const inDirect =
    ({ user }: Origin): Way =>
    async (rendered) => {
      let channel = direct.get(user)
      if (channel === undefined) {
        const reply = await api.call('conversations.open', { users: user })
        const opened = reply.kind === 'ok' ? OPENED.safeParse(reply.body) : null
        if (!opened?.success) return reply.kind === 'ok' ? { kind: 'lost', reason: 'unreadable answer' } : reply
        channel = opened.data.channel.id
        direct.set(user, channel)
      }
      return api.call('chat.postMessage', { channel, ...rendered, ...PLAIN })
    }

  const inPlace = ({ user, channel, thread }: Origin): Way | null => {
    if (channel === null) return null
    const where = { channel, ...(thread !== null && { thread_ts: thread }) }
    // What stands in the conversation with the station nobody else sees, and it stays.
    if (channel.startsWith('D')) return (rendered) => api.call('chat.postMessage', { ...where, ...rendered, ...PLAIN })
    return (rendered) => api.call('chat.postEphemeral', { ...where, user, ...rendered })
  }

  const atAddress = ({ respond }: Origin, n: number): Way | null =>
    respond === null || n >= MOST_AT_ADDRESS
      ? null
      : (rendered) => api.respond(respond, { response_type: 'ephemeral', ...rendered })

  const tried = async (way: Way, rendered: Rendered): Promise<Reply> => {
    for (let attempt = 1; ; attempt += 1) {
      const reply = await way(rendered)
      if (reply.kind === 'ok' || reply.kind === 'refused' || attempt === TRIES) return reply
      await clock.wait(reply.kind === 'limited' ? reply.after : PAUSE * 2 ** attempt, signal)
    }
  }

  return {
    /** @param way `address` for a command: Slack shows an answer there wherever the command was given */
    async tell(origin: Origin, contents: readonly Content[], way: 'place' | 'address' = 'place'): Promise<void> {
      for (const [n, content] of contents.entries()) {
        const rendered = draw(content)
        const ways = [way === 'address' ? atAddress(origin, n) : null, inPlace(origin), inDirect(origin)]
        let last: Reply | null = null
        for (const next of ways.filter((it) => it !== null)) {
          last = await tried(next, rendered)
          const elsewhere = last.kind === 'refused' && (next === ways[0] || ELSEWHERE.has(last.error))
          if (!elsewhere) break
        }
        if (last?.kind !== 'ok') log.warn({ reply: last, by: origin.user }, 'slack: an answer did not arrive')
      }
    },
  }
}
