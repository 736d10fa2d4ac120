import { z } from 'zod'
import { BAD_TOKEN } from './health.ts'
import type { Api, Reply } from './parts.ts'

/** A channel as Slack describes it. Its topic and purpose come escaped. */
export interface Channel {
  id: string
  name: string
  archived: boolean
  private: boolean
  member: boolean
  topic: string
  purpose: string
}

const SAID = z.object({ value: z.string() }).transform(({ value }) => unescaped(value))
const CHANNEL = z
  .object({
    id: z.string(),
    name: z.string(),
    is_archived: z.boolean().default(false),
    is_private: z.boolean().default(false),
    is_member: z.boolean().default(false),
    topic: SAID.optional(),
    purpose: SAID.optional(),
  })
  .transform(
    (it): Channel => ({
      id: it.id,
      name: it.name,
      archived: it.is_archived,
      private: it.is_private,
      member: it.is_member,
      topic: it.topic ?? '',
      purpose: it.purpose ?? '',
    }),
  )
const ONE = z.object({ channel: CHANNEL })
const PAGE = z.object({
  channels: z.array(CHANNEL),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})
/** Slack's most is "under 1000"; a big workspace has thousands of channels and lets us ask twenty times a minute. */
const PAGE_SIZE = 999

/** A channel, why Slack does not give it, or what came of the call where it did not even say that. */
export type Got<T> = { got: T } | { refused: string } | { failed: Exclude<Reply, { kind: 'ok' | 'refused' }> }

export const channelById = async (api: Api, id: string): Promise<Got<Channel>> =>
  unlessBlind(await one(api, 'conversations.info', { channel: id }))

export const makeChannel = (api: Api, name: string): Promise<Got<Channel>> =>
  one(api, 'conversations.create', { name, is_private: false })

export const joinChannel = (api: Api, id: string): Promise<Got<Channel>> =>
  one(api, 'conversations.join', { channel: id })

/** Every channel that the bot can see, the archived ones too: their names are taken. */
export async function allChannels(api: Api): Promise<Got<Channel[]>> {
  const found: Channel[] = []
  let cursor: string | undefined
  do {
    const args = { types: 'public_channel,private_channel', exclude_archived: false, limit: PAGE_SIZE }
    const page = read(await api.call('conversations.list', cursor ? { ...args, cursor } : args), PAGE)
    if (!('got' in page)) return unlessBlind(page)
    found.push(...page.got.channels)
    cursor = page.got.response_metadata?.next_cursor
  } while (cursor)
  return { got: found }
}

async function one(api: Api, method: string, args: Record<string, unknown>): Promise<Got<Channel>> {
  const answer = read(await api.call(method, args), ONE)
  return 'got' in answer ? { got: answer.got.channel } : answer
}

function read<T>(reply: Reply, shape: z.ZodType<T>): Got<T> {
  if (reply.kind === 'refused') return BAD_TOKEN.has(reply.error) ? notSaid(reply.error) : { refused: reply.error }
  if (reply.kind !== 'ok') return { failed: reply }
  const answer = shape.safeParse(reply.body)
  return answer.success ? { got: answer.data } : { failed: { kind: 'lost', reason: 'unreadable answer' } }
}

/** Who may not look does not know what is there: that has to be mended first. */
const unlessBlind = <T>(answer: Got<T>): Got<T> =>
  'refused' in answer && answer.refused === 'missing_scope' ? notSaid(answer.refused) : answer

const notSaid = (reason: string): { failed: { kind: 'unsent'; reason: string } } => ({
  failed: { kind: 'unsent', reason },
})

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
