import { z } from 'zod'

/**
 * What X sends, read one thing at a time: a part that cannot be read is as if it were left out, so that a broken
 * attachment loses no message and a broken message no others.
 */
export const ID = z.string().regex(/^\d{1,19}$/)

/** A list of which what cannot be read is left out. */
export const listOf = <T>(shape: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.flatMap((one) => known(shape.safeParse(one))))

const known = <T>(read: z.ZodSafeParseResult<T>): T[] => (read.success ? [read.data] : [])

export const missing = <T>(shape: z.ZodType<T>) => shape.nullish().catch(null)

const LINK = z.object({ url: z.string().min(1), expanded_url: missing(z.string()), media_key: missing(z.string()) })
const MENTION = z.object({ id: missing(ID), username: z.string() })

export const ENTITIES = z.object({
  urls: listOf(LINK).prefault([]),
  mentions: listOf(MENTION).prefault([]),
})

export const TWEET = z.object({
  id: ID,
  text: z.string(),
  author_id: ID,
  conversation_id: missing(ID),
  in_reply_to_user_id: missing(ID),
  edit_history_tweet_ids: listOf(ID).prefault([]),
  referenced_tweets: listOf(z.object({ type: z.string(), id: ID })).prefault([]),
  entities: missing(ENTITIES),
  attachments: missing(z.object({ media_keys: listOf(z.string()).prefault([]) })),
  note_tweet: missing(z.object({ text: z.string(), entities: missing(ENTITIES) })),
})

export const USER = z.object({ id: ID, username: z.string().min(1), name: z.string().catch('') })

export const MEDIA = z.object({
  media_key: z.string().min(1),
  type: z.string(),
  url: missing(z.string()),
  preview_image_url: missing(z.string()),
  alt_text: missing(z.string()),
  variants: listOf(
    z.object({ url: z.string(), content_type: missing(z.string()), bit_rate: missing(z.number()) }),
  ).prefault([]),
})

export const DIRECT = z.object({
  id: ID,
  event_type: z.string(),
  text: z.string().catch(''),
  sender_id: ID,
  dm_conversation_id: missing(z.string()),
  created_at: missing(z.string()),
  entities: missing(ENTITIES),
  attachments: missing(z.object({ media_keys: listOf(z.string()).prefault([]) })),
})

/** What X has nothing of: of which id, and why, from the last word of the problem's address. */
export const LACK = z.object({ type: z.string(), resource_id: missing(ID), value: missing(z.string()) })

/** An answer with posts, private messages or people in it, and what hangs on them. */
export const ANSWER = z.object({
  data: z.unknown().optional(),
  includes: missing(
    z.object({
      tweets: listOf(TWEET).prefault([]),
      users: listOf(USER).prefault([]),
      media: listOf(MEDIA).prefault([]),
    }),
  ),
  errors: listOf(LACK).prefault([]),
  meta: missing(z.object({ next_token: missing(z.string()), result_count: missing(z.number()) })),
})
export type Answer = z.infer<typeof ANSWER>
