import { z } from 'zod'

/** Ids of Graph are long digits, in pairs, or `m_…`; a webhook may give one as a number. */
export const ID = z.union([z.string().min(1).max(500), z.number().int().nonnegative()]).transform(String)

/** `2027-01-11T08:00:00+0000` to UTC ms. */
const TIME = z
  .string()
  .transform((text) => Date.parse(text))
  .refine(Number.isFinite)

/** Who wrote it; absent where the page may not be told. */
export const FROM = z.object({ id: ID, name: z.string().nullish() }).nullish().catch(null)
export type From = z.infer<typeof FROM>

/** A picture, film or link with a comment or a post; more of them stand in `subattachments`. */
const PIECE = z.object({
  type: z.string().nullish(),
  media_type: z.string().nullish(),
  url: z.string().nullish(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  media: z.object({ image: z.object({ src: z.string() }).nullish(), source: z.string().nullish() }).nullish(),
})
export const ATTACHED = PIECE.extend({ subattachments: z.object({ data: z.array(PIECE) }).nullish() })
export type Attached = z.infer<typeof ATTACHED>

/** Three above it: deeper than Facebook nests. */
const parent = (depth: number): string => `parent{id,from{id}${depth > 1 ? `,${parent(depth - 1)}` : ''}}`
export interface Parent {
  id: string
  from?: From | undefined
  parent?: Parent | null | undefined
}
const PARENT: z.ZodType<Parent> = z.lazy(() =>
  z.object({ id: ID, from: FROM, parent: PARENT.nullish() }),
) as z.ZodType<Parent>

/** What a comment and a post have in common. */
const PUBLIC = {
  id: ID,
  from: FROM,
  message: z.string().nullish(),
  created_time: TIME,
  is_hidden: z.boolean().nullish(),
  permalink_url: z.string().nullish(),
}

export const COMMENT_FIELDS = `id,from{id,name},message,created_time,is_hidden,permalink_url,attachment,${parent(3)}`
export const COMMENT = z.object({
  ...PUBLIC,
  attachment: ATTACHED.nullish().catch(null),
  parent: PARENT.nullish(),
})
export type Comment = z.infer<typeof COMMENT>

export const POST_FIELDS =
  'id,from{id,name},message,created_time,is_hidden,permalink_url,attachments{type,media_type,url,title,description,media,subattachments}'
export const POST = z.object({
  ...PUBLIC,
  attachments: z
    .object({ data: z.array(ATTACHED) })
    .nullish()
    .catch(null),
})
export type Post = z.infer<typeof POST>

export const MESSAGE_FIELDS = 'id,created_time,from,message,attachments{mime_type,name,image_data,video_data,file_url}'
const DATA = z.object({ url: z.string().nullish() }).nullish()
export const MESSAGE = z.object({
  id: ID,
  created_time: TIME,
  from: FROM,
  message: z.string().nullish(),
  attachments: z
    .object({
      data: z.array(
        z.object({
          mime_type: z.string().nullish(),
          name: z.string().nullish(),
          image_data: DATA,
          video_data: DATA,
          file_url: z.string().nullish(),
        }),
      ),
    })
    .nullish()
    .catch(null),
})
export type Message = z.infer<typeof MESSAGE>

/** One page of a list; its items are read one by one, so that an odd one loses no others. */
export const LIST = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({ cursors: z.object({ after: z.string().nullish() }).nullish(), next: z.string().nullish() })
    .nullish()
    .catch(null),
})
export type List = z.infer<typeof LIST>

/** The cursor of the next page; null where this is the last. */
export const nextOf = ({ paging }: List): string | null => (paging?.next && paging.cursors?.after) || null
