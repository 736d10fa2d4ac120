import { z } from 'zod'
import { FROM, ID } from '../shapes.ts'

const LIST = z.array(z.unknown()).nullish().catch(null)
/** A delivery. `time` is in seconds for changes and in milliseconds for messages. */
export const DELIVERY = z.object({ object: z.literal('page'), entry: z.array(z.unknown()) })
export const ENTRY = z.object({ id: ID, time: z.number().nonnegative(), changes: LIST, messaging: LIST, standby: LIST })
export const CHANGE = z.object({ field: z.string(), value: z.unknown() })

/** The verbs that mean something to us; `edit` and `delete` are what mentions have. */
export const VERB = z
  .enum(['add', 'edited', 'edit', 'remove', 'delete', 'hide', 'unhide'])
  .transform((verb) => (verb === 'edit' ? 'edited' : verb === 'delete' ? 'remove' : verb))
export type Verb = z.infer<typeof VERB>

const TEXT = z.string().nullish()
const LINK = z.string().nullish().catch(null)
const PUBLIC = {
  verb: VERB,
  post_id: ID,
  from: FROM,
  message: TEXT,
  /** Seconds. */
  created_time: z.number().positive().nullish(),
  photo: LINK,
  photos: z.array(z.string()).nullish().catch(null),
  video: LINK,
  link: LINK,
  is_hidden: z.boolean().nullish().catch(null),
}

/** @see https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#feed */
export const FEED_COMMENT = z.object({
  ...PUBLIC,
  item: z.literal('comment'),
  comment_id: ID,
  parent_id: ID.nullish(),
  post: z.object({ permalink_url: LINK }).nullish().catch(null),
})
export const FEED_POST = z.object({ ...PUBLIC, item: z.enum(['post', 'photo', 'share', 'status', 'video']) })

/** @see https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#mention */
const MENTION = {
  verb: VERB,
  post_id: ID,
  sender_id: ID.nullish(),
  sender_name: TEXT,
  message: TEXT,
  created_time: z.number().positive().nullish(),
}
export const MENTION_COMMENT = z.object({ ...MENTION, item: z.literal('comment'), comment_id: ID })
export const MENTION_POST = z.object({ ...MENTION, item: z.literal('post') })

/** @see https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages */
export const PRIVATE = z.object({
  sender: z.object({ id: ID }),
  timestamp: z.number().positive(),
  message: z
    .object({
      mid: ID,
      text: TEXT,
      is_echo: z.boolean().nullish(),
      attachments: z
        .array(
          z.object({
            type: z.string(),
            payload: z.object({ url: TEXT, title: TEXT }).nullish().catch(null),
            title: TEXT,
            url: LINK,
          }),
        )
        .nullish()
        .catch(null),
    })
    .nullish(),
  /** @see https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message_edits */
  message_edit: z.object({ mid: ID, text: TEXT, num_edit: z.number().int().positive() }).nullish(),
})
