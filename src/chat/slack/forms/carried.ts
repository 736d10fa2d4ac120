import { z } from 'zod'
import type { FormAsked } from '../../../model/chat.ts'

/** What a form has to remember about where it was opened; Slack keeps at most 3,000 characters of it. */
const CARRIED = z.object({
  channel: z.string(),
  thread: z.string().nullable(),
  action: z.string(),
  value: z.string(),
  /** The name of the field that says when the form was opened, and when that was, UTC ms. */
  opened: z.object({ name: z.string(), at: z.number() }).nullable(),
})
export type Carried = z.infer<typeof CARRIED>

export const carry = (asked: Omit<FormAsked, 'by' | 'typed'>, opened: Carried['opened']): string =>
  JSON.stringify({ channel: asked.channel, thread: asked.thread, action: asked.action, value: asked.value, opened })

/** Null for a form that is not the station's. */
export function carried(metadata: string): Carried | null {
  try {
    return CARRIED.parse(JSON.parse(metadata))
  } catch {
    return null
  }
}
