import { z } from 'zod'

const EVENT = 'schatkamer_delivery'

/**
 * What a message carries that is not shown. Every app in the workspace can read it, so it is the delivery's key, which
 * says nothing to anybody, and no more.
 */
export const metadataOf = (key: string) => ({ event_type: EVENT, event_payload: { key } })

const CARRIER = z.object({
  ts: z.string(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  metadata: z.object({ event_type: z.literal(EVENT), event_payload: z.object({ key: z.string() }) }),
})

/** The station as Slack knows it: its user, and the bot that this user is. */
export const SELF = z.object({ user_id: z.string(), bot_id: z.string().optional() })
export type Self = z.infer<typeof SELF>

/**
 * The reference of our message that carries the key; null where none of these does. Another app may have read the key
 * and put it on a message of its own.
 */
export function carrierOf(messages: readonly unknown[], key: string, self: Self): string | null {
  for (const message of messages) {
    const read = CARRIER.safeParse(message)
    if (!read.success || read.data.metadata.event_payload.key !== key) continue
    const { ts, user, bot_id: bot } = read.data
    if (user === self.user_id || (bot !== undefined && bot === self.bot_id)) return ts
  }
  return null
}
