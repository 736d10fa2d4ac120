import { z } from 'zod'
import type { ChatEvent } from '../../model/chat.ts'
import { ATTACHMENTS } from './content.ts'

const DID = { id: z.string().min(1), at: z.number(), by: z.string(), channel: z.string() }
const thread = z.string().nullable()
const message = z.string()
const text = z.string()

/** What the desk says that a member did. */
export const EVENT: z.ZodType<ChatEvent> = z.discriminatedUnion('kind', [
  z.object({ ...DID, kind: z.literal('command'), text }),
  z.object({ ...DID, kind: z.literal('message'), thread, message, text, attachments: ATTACHMENTS }),
  z.object({ ...DID, kind: z.literal('edited'), thread, message, text }),
  z.object({ ...DID, kind: z.literal('deleted'), thread, message }),
  z.object({
    ...DID,
    kind: z.literal('action'),
    thread,
    action: z.string(),
    value: z.string(),
    form: z.record(z.string(), z.string()),
  }),
])
