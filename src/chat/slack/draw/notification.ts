import type { Content } from '../../../model/chat.ts'
import { clip } from './clip.ts'
import type { Drawing } from './drawing.ts'
import { inertName, inertSaid } from './inert.ts'

const LONGEST = 150

/**
 * What a notification and a screen reader get. It is the one text of a message that Slack reads as markup, so it holds
 * what the station says and names, never what somebody wrote, and `&`, `<` and `>` are escaped.
 */
export function notification({ text, quote, state }: Content, { say }: Drawing): string {
  const said = inertSaid(text).replace(/\s+/g, ' ').trim()
  const whole = said !== '' ? said : quote ? say.newMessage(inertName(quote.author)) : (state?.label ?? say.empty)
  return clip(whole, LONGEST).replace(/[&<>]/g, (it) => ESCAPES[it] ?? it)
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
