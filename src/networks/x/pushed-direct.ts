import { z } from 'zod'
import type { Direct } from './direct-changes.ts'
import { PUSHED_MEDIA, pushedAttachment } from './pushed-post.ts'
import { asWritten } from './text.ts'
import { ID, listOf, missing } from './wire.ts'

const EVENT = z.object({
  type: z.literal('message_create'),
  id: ID,
  created_timestamp: missing(z.coerce.number().int().positive()),
  message_create: z.object({
    sender_id: ID,
    message_data: z.object({
      text: z.string().catch(''),
      entities: missing(
        z.object({
          urls: listOf(z.object({ url: z.string().min(1), expanded_url: missing(z.string()) })).prefault([]),
        }),
      ),
      attachment: missing(z.object({ media: PUSHED_MEDIA })),
    }),
  }),
})

/** A private message as it is pushed; null where it is none, as with somebody who is typing. */
export function readPushedDirect(event: unknown): Direct | null {
  const read = EVENT.safeParse(event)
  if (!read.success) return null
  const { id, created_timestamp, message_create } = read.data
  const { text, entities, attachment } = message_create.message_data
  const picture = attachment?.media
  return {
    id,
    sender: message_create.sender_id,
    at: created_timestamp ?? null,
    // What is pushed is between two: groups are not in this interface.
    group: false,
    text: asWritten(
      text,
      (entities?.urls ?? []).map(({ url, expanded_url }) => ({
        short: url,
        full: expanded_url ?? url,
        picture: picture != null && url === picture.url,
      })),
    ),
    attachments: picture ? pushedAttachment(picture) : [],
  }
}
