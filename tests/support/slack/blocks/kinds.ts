import { z } from 'zod'
import { image, inActions, inInput, inSection } from './elements.ts'
import { richTextParts } from './rich-text.ts'
import { anyText, id, list, plain, url, words } from './texts.ts'

/** The blocks (docs.slack.dev/reference/block-kit/blocks), those that an app of ours could send. */
const block = { block_id: id.optional() }

export const common = [
  z
    .strictObject({
      type: z.literal('section'),
      ...block,
      text: anyText(3000).optional(),
      fields: list(anyText(2000), 10).optional(),
      accessory: inSection.optional(),
      expand: z.boolean().optional(),
    })
    .refine((one) => one.text || one.fields, 'one of text and fields is needed'),
  z.strictObject({
    type: z.literal('header'),
    ...block,
    text: plain(150),
    level: z.number().int().min(1).max(4).optional(),
  }),
  z.strictObject({ type: z.literal('divider'), ...block }),
  z.strictObject({ type: z.literal('actions'), ...block, elements: list(inActions, 25) }),
  z.strictObject({
    type: z.literal('context'),
    ...block,
    // A context's text has no limit of its own in the reference; 2,000 is from memory of what Slack refuses.
    elements: list(z.discriminatedUnion('type', [image, ...anyText(2000).options]), 10),
  }),
  z.strictObject({
    type: z.literal('image'),
    ...block,
    image_url: url,
    alt_text: words(2000),
    title: plain(2000).optional(),
  }),
  z.strictObject({ type: z.literal('rich_text'), ...block, elements: richTextParts }),
  z.strictObject({
    type: z.literal('input'),
    ...block,
    label: plain(2000),
    element: inInput,
    dispatch_action: z.boolean().optional(),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('video'),
    ...block,
    alt_text: words(2000),
    title: plain(199),
    title_url: url.optional(),
    thumbnail_url: url,
    video_url: url,
    author_name: words(49).optional(),
    provider_name: words(49).optional(),
    provider_icon_url: url.optional(),
    description: plain(199).optional(),
  }),
  z.strictObject({ type: z.literal('markdown'), ...block, text: words(12_000) }),
] as const

export const oneBlock = z.discriminatedUnion('type', [...common])
