import type { Content } from '../../../model/chat.ts'
import { clip } from './clip.ts'
import type { Drawing } from './drawing.ts'
import { inertLine, inertName } from './inert.ts'

const LONGEST = 150
const SCHEME = /[a-z][a-z0-9+.-]*:\/\//gi

/**
 * What a notification and a screen reader get. It is the one text of a message that Slack reads as markup, so it holds
 * what the station says and names, never what somebody wrote; `&`, `<` and `>` are escaped, and an address in a name
 * loses its scheme, by which Slack would make a link of it.
 */
export function notification({ text, quote, state, care }: Content, { say }: Drawing): string {
  const said = inertLine(care?.tone === 'danger' ? `${care.label} · ${text}` : text, 2 * LONGEST)
  const whole =
    said !== ''
      ? said
      : quote
        ? say.newMessage(inertName(quote.author))
        : inertLine(state?.label ?? '', LONGEST) || say.empty
  return clip(whole.replace(SCHEME, ''), LONGEST).replace(/[&<>]/g, (it) => ESCAPES[it] ?? it)
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
