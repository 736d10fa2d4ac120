import { z } from 'zod'
import type { Attachment } from '../../../model/network.ts'

const FILE = z.object({
  permalink: z.string().default(''),
  title: z.string().nullish(),
  alt_txt: z.string().nullish(),
})
export const FILES = z.array(FILE).catch([])

/**
 * What somebody put beside a message. It is always a `file`, an image too: it stands behind the workspace's door, so no
 * network could show it, and the desk refuses a file aloud where it would publish the address of an image.
 */
export const attachmentsOf = (files: z.infer<typeof FILES>): Attachment[] =>
  files.map(({ permalink, title, alt_txt }) => ({ kind: 'file', url: permalink, alt: alt_txt || title || null }))
