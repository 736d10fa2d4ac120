import type { Logger } from 'pino'
import { z } from 'zod'
import type { Content } from '../../model/chat.ts'
import type { Outcome } from '../../model/network.ts'
import type { ChannelDirectory } from './directory.ts'
import { metadataOf } from './metadata.ts'
import { isOutside, noChannel, notYet, outcomeOf } from './outcome.ts'
import type { Api, Draw, Reply } from './parts.ts'
import type { Prepare } from './prepare.ts'

interface WriteParts {
  api: Api
  directory: ChannelDirectory
  prepare: Prepare
  draw: Draw
  log: Logger
}

/** Nothing is looked for in the one text that Slack reads as markup; chat.update would, unless told (its reference). */
const LITERAL = { parse: 'none', link_names: false } as const

/**
 * Where the thread's root was thrown away, Slack does not say no: it puts the message in the channel, and its answer
 * lacks the thread (slack-go/slack#1571).
 */
const IN_THREAD = z.object({ message: z.object({ thread_ts: z.string() }) })

/** Puts the station's messages into Slack, and changes them. Channels go by the station's name for them. */
export function createWrite(parts: WriteParts) {
  const { draw } = parts
  const put = (channel: string, content: Content, key: string, thread?: string): Promise<Written> =>
    into(parts, channel, 'chat.postMessage', {
      ...draw(content),
      ...LITERAL,
      ...(thread !== undefined && { thread_ts: thread }),
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
      metadata: metadataOf(key),
    })
  return {
    open: async (channel: string, content: Content, key: string) => (await put(channel, content, key)).outcome,
    async post(channel: string, thread: string, content: Content, key: string): Promise<Outcome> {
      const { outcome, reply } = await put(channel, content, key, thread)
      if (reply?.kind !== 'ok' || IN_THREAD.safeParse(reply.body).success) return outcome
      const { channel: place, ts } = reply.body
      await parts.api.call('chat.delete', { channel: place, ts })
      return { status: 'rejected', reason: 'gone' }
    },
    /**
     * The message keeps the key of the delivery that put it there: by that key it is found after a restore. A revision
     * that may have been lost is simply made again.
     */
    revise: async (channel: string, message: string, content: Content) =>
      (await into(parts, channel, 'chat.update', { ts: message, ...draw(content), ...LITERAL })).outcome,
  }
}

/** How it ended, and what Slack said where it was asked. */
interface Written {
  outcome: Outcome
  reply: Reply | null
}

async function into(parts: WriteParts, name: string, method: string, args: Record<string, unknown>): Promise<Written> {
  const { api, directory, prepare, log } = parts
  await directory.recall(name)
  const channel = directory.idOf(name)
  if (channel === null) return { outcome: prepare.isComing(name) ? notYet() : noChannel(), reply: null }
  let reply = await api.call(method, { channel, ...args })
  // Somebody has put the bot out of a public channel: it may come in again by itself.
  if (isOutside(reply) && (await joined(api, channel))) reply = await api.call(method, { channel, ...args })
  const outcome = outcomeOf(reply)
  if (outcome.status !== 'rejected') return { outcome, reply }
  log.error(
    { method, channel: name, error: reply.kind === 'refused' ? reply.error : '' },
    'slack: a message is refused',
  )
  if (outcome.reason === 'no-channel' && !prepare.isBlocked(name)) prepare.look()
  return { outcome, reply }
}

const joined = async (api: Api, channel: string): Promise<boolean> =>
  (await api.call('conversations.join', { channel }).then((reply: Reply) => reply.kind)) === 'ok'
