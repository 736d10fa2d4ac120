import { z } from 'zod'

/** RFC 3339, as UTC ms. */
const moment = z.string().transform((text, context) => {
  const at = Date.parse(text)
  if (!Number.isNaN(at)) return at
  context.addIssue({ code: 'custom', message: 'no moment' })
  return z.NEVER
})

const id = z.string().regex(/^[\w.-]{1,200}$/)

/** A comment as far as it is read here: developers.google.com/youtube/v3/docs/comments. */
export const COMMENT = z.object({
  id,
  snippet: z.object({
    videoId: id.nullish(),
    parentId: id.nullish(),
    /** Only surely there on what we wrote ourselves. */
    textOriginal: z.string().nullish(),
    textDisplay: z.string().nullish(),
    authorDisplayName: z.string().nullish(),
    authorChannelId: z.object({ value: z.string().nullish() }).nullish(),
    moderationStatus: z.string().nullish(),
    publishedAt: moment,
    updatedAt: moment.nullish(),
  }),
})
export type Comment = z.output<typeof COMMENT>

export const THREAD = z.object({
  id,
  snippet: z.object({
    videoId: id.nullish(),
    topLevelComment: COMMENT,
    totalReplyCount: z.number().int().nonnegative().catch(0),
  }),
  /** A part of them only. */
  replies: z.object({ comments: z.array(z.unknown()).catch([]) }).nullish(),
})
export type Thread = z.output<typeof THREAD>

/** A list of which every item is read by itself: one that cannot be read holds up none of the others. */
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .object({ items: z.array(z.unknown()).nullish(), nextPageToken: z.string().min(1).nullish() })
    .transform(({ items, nextPageToken }) => ({ items: readable(item, items ?? []), next: nextPageToken ?? null }))

export const THREADS = listOf(THREAD)
export const COMMENTS = listOf(COMMENT)
export const CHANNELS = z.object({
  items: z
    .array(
      z.object({ id, snippet: z.object({ title: z.string().catch(''), customUrl: z.string().nullish() }).nullish() }),
    )
    .nullish(),
})

/** What can be read of these. */
export const readable = <T extends z.ZodType>(item: T, all: readonly unknown[]): z.output<T>[] =>
  all.flatMap((one) => {
    const read = item.safeParse(one)
    return read.success ? [read.data] : []
  })
