import { z } from 'zod'

const EVENT = 'schatkamer_delivery'

/**
 * What a message carries that is not shown. Every app in the workspace can read it, so it is the delivery's key, which
 * says nothing to anybody, and no more.
 */
export const metadataOf = (key: string) => ({ event_type: EVENT, event_payload: { key } })

const CARRIER = z.object({
  ts: z.string(),
  metadata: z.object({ event_type: z.literal(EVENT), event_payload: z.object({ key: z.string() }) }),
})

/** The reference of the message that carries the key; null where none of these does. */
export function carrierOf(messages: readonly unknown[], key: string): string | null {
  for (const message of messages) {
    const read = CARRIER.safeParse(message)
    if (read.success && read.data.metadata.event_payload.key === key) return read.data.ts
  }
  return null
}
