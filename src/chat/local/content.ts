import { z } from 'zod'
import type { Content } from '../../model/chat.ts'
import { NETWORKS } from '../../model/network.ts'

const ATTACHMENT = z.object({
  kind: z.enum(['image', 'video', 'audio', 'file']),
  url: z.string().max(2_000),
  alt: z.string().max(5_000).nullable(),
})

const FIELD = z.object({
  name: z.string().min(1),
  label: z.string(),
  kind: z.enum(['text', 'lines', 'choice', 'opened']),
  value: z.string().exactOptional(),
  required: z.boolean().exactOptional(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).exactOptional(),
  limit: z.object({ network: z.enum(NETWORKS), max: z.number(), suffix: z.string() }).exactOptional(),
})

const BUTTON = z.object({
  action: z.string().min(1),
  value: z.string(),
  label: z.string(),
  style: z.enum(['primary', 'danger']).exactOptional(),
  overflow: z.boolean().exactOptional(),
  form: z
    .object({ title: z.string(), submit: z.string(), context: z.string().exactOptional(), fields: z.array(FIELD) })
    .exactOptional(),
})

const QUOTE = z.object({
  author: z.string(),
  text: z.string(),
  at: z.number(),
  url: z.string().nullable(),
  edited: z.boolean(),
  deleted: z.boolean(),
  attachments: z.array(ATTACHMENT),
})

/** What the station may put in a channel; the edge of the desk, so everything is checked. */
export const CONTENT: z.ZodType<Content> = z.object({
  kind: z.enum(['card', 'message', 'reply', 'notice', 'alarm', 'post', 'private']),
  text: z.string(),
  quote: QUOTE.exactOptional(),
  care: z.object({ label: z.string(), tone: z.enum(['danger', 'notice']), lines: z.array(z.string()) }).exactOptional(),
  facts: z.array(z.object({ label: z.string(), value: z.string(), url: z.string().exactOptional() })).exactOptional(),
  state: z.object({ label: z.string(), tone: z.enum(['waiting', 'busy', 'done', 'bad', 'quiet']) }).exactOptional(),
  mentions: z.array(z.string()).exactOptional(),
  buttons: z.array(BUTTON).exactOptional(),
  link: z.object({ label: z.string(), url: z.string() }).exactOptional(),
  banner: z.string().exactOptional(),
  about: z
    .object({
      conversation: z.number().exactOptional(),
      conversations: z.array(z.number()).exactOptional(),
      network: z.string().exactOptional(),
      author: z.string().exactOptional(),
      draft: z.number().exactOptional(),
      post: z.number().exactOptional(),
      message: z.string().exactOptional(),
      external: z.string().exactOptional(),
      code: z.string().exactOptional(),
    })
    .exactOptional(),
})

export const ATTACHMENTS = z.array(ATTACHMENT).max(10)
