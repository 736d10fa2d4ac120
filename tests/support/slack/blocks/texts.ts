import { z } from 'zod'

/** Block Kit's text objects; lengths are in characters as JavaScript counts them, from memory of Slack doing the same. */
export const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: words(most), emoji: z.boolean().optional() })

export const anyText = (most: number) =>
  z.discriminatedUnion('type', [
    plain(most),
    z.strictObject({ type: z.literal('mrkdwn'), text: words(most), verbatim: z.boolean().optional() }),
  ])

export const words = (most: number, least = 1) =>
  z
    .string()
    .min(least, least === 1 ? 'must be more than 0 characters' : `must be more than ${least - 1} characters`)
    .max(most, `must be less than ${most + 1} characters`)

export const list = <T extends z.ZodType>(item: T, most: number, least = 1) =>
  z.array(item).min(least, `no fewer than ${least} items allowed`).max(most, `no more than ${most} items allowed`)

export const id = words(255)

export const url = z
  .string()
  .max(3000, 'must be less than 3001 characters')
  .regex(/^https?:\/\/[^\s]+$|^mailto:/, 'must be a valid url')

export const confirm = z.strictObject({
  title: plain(100),
  text: anyText(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
})
