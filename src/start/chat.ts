import type { Logger } from 'pino'
import type { Chat } from '../chat/chat.ts'
import { localChat } from '../chat/local/adapter.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../model/clock.ts'
import type { Store } from '../store/database.ts'
import type { Outsider } from '../web/outsider.ts'
import { openDesk } from './edges.ts'
import { memoryIn } from './memory.ts'

/** The chat that the team works in. */
export interface Newsroom {
  chat: Chat
  /** The local desk's pages and calls; null where the team is in Slack, and there is no desk. */
  desk: Outsider | null
  close(): unknown
}

interface Parts {
  config: Config
  clock: Clock
  log: Logger
  store: Store
  /** What the local desk asks for; null for nothing. */
  token: string | null
  /** The station's own address; '' until it listens. */
  address(): string
}

/** Slack where a token for it is given, else the desk on this machine. What only Slack needs is loaded only for it. */
export async function openNewsroom(parts: Parts): Promise<Newsroom> {
  const { config, clock, log, store, token, address } = parts
  if (config.slack === null) {
    const { outsider, close } = openDesk(parts, store.file, token)
    return { chat: localChat(outsider.call, clock, log), desk: outsider, close }
  }
  const [{ slackChat }, { openOutside }] = await Promise.all([
    import('../chat/slack/adapter.ts'),
    import('../web/outside.ts'),
  ])
  const { fetch, dispatcher, close } = openOutside(config.proxy)
  const chat = slackChat({
    ...config.slack,
    prefix: config.slackPrefix,
    fetch,
    dispatcher,
    clock,
    log,
    memory: memoryIn(parts, 'slack'),
    address,
  })
  return { chat, desk: null, close }
}
