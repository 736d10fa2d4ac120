import { z } from 'zod'
import { list } from './texts.ts'

const style = z
  .strictObject({
    bold: z.boolean(),
    italic: z.boolean(),
    strike: z.boolean(),
    highlight: z.boolean(),
    client_highlight: z.boolean(),
    unlink: z.boolean(),
    code: z.boolean(),
    underline: z.boolean(),
  })
  .partial()
  .optional()

const leaf = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1, 'must be more than 0 characters'), style }),
  z.strictObject({
    type: z.literal('link'),
    url: z.string().min(1, 'must be more than 0 characters'),
    text: z.string().optional(),
    unsafe: z.boolean().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/, 'invalid user id'), style }),
  z.strictObject({
    type: z.literal('usergroup'),
    usergroup_id: z.string().regex(/^S[A-Z0-9]+$/, 'invalid usergroup id'),
    style,
  }),
  z.strictObject({
    type: z.literal('channel'),
    channel_id: z.string().regex(/^[CG][A-Z0-9]+$/, 'invalid channel id'),
    style,
  }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({
    type: z.literal('emoji'),
    name: z.string(),
    unicode: z.string().optional(),
    skin_tone: z.number().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('color'), value: z.string(), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number(),
    format: z.string(),
    url: z.string().optional(),
    fallback: z.string().optional(),
    style,
  }),
])

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(leaf) })
const border = z.union([z.literal(0), z.literal(1)]).optional()

/** What a rich_text block is made of. */
export const richTextParts = list(
  z.discriminatedUnion('type', [
    section,
    z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(leaf), border }),
    z.strictObject({
      type: z.literal('rich_text_preformatted'),
      elements: z.array(leaf),
      border,
      language: z.string().optional(),
    }),
    z.strictObject({
      type: z.literal('rich_text_list'),
      elements: z.array(section),
      style: z.enum(['bullet', 'ordered']),
      indent: z.number().int().min(0).max(8).optional(),
      offset: z.number().int().optional(),
      border,
    }),
  ]),
  // From memory: no published number; Slack takes long ones.
  1_000,
)
