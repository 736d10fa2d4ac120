import type { RichTextBlockElement, RichTextElement } from '@slack/types'
import type { Quote } from '../../../model/chat.ts'
import { momentText } from '../../../wording/moments.ts'
import { cutInert } from './clip.ts'
import type { Drawing } from './drawing.ts'
import { inertLine, inertName, inertText } from './inert.ts'
import { bold, italic, lined, link, quoted, section, text, webUrl } from './rich.ts'
import type { Room } from './room.ts'

const ALT = 150

/**
 * What the public wrote: who (unless the title says so), when, the words as they are, where the original stands, and
 * what hangs on it.
 */
export function drawQuote(quote: Quote, titled: boolean, drawing: Drawing, room: Room): RichTextBlockElement[] {
  const { say, language, zone, base } = drawing
  const url = webUrl(quote.url, base)
  const head: RichTextElement[] = [
    ...(titled ? [] : [bold(`@${inertName(quote.author)}`), text(' · ')]),
    text(momentText(language, zone, quote.at)),
    ...(quote.edited ? [text(' · '), italic(say.edited)] : []),
    ...original(url, say),
  ]
  if (quote.deleted) return [section(head), section([italic(say.readerRemoved)])]
  const { shown, whole } = cutInert(quote.text, inertText, { limit: room.quote, lines: room.lines })
  return [
    section(head),
    ...(shown === '' ? [] : [quoted([text(shown)])]),
    ...(whole === null ? [] : [section([italic(say.cut(whole)), ...original(url, say)])]),
    ...drawAttachments(quote.attachments, drawing, room),
  ]
}

const original = (url: URL | null, say: Drawing['say']): RichTextElement[] =>
  url ? [text(' · '), link(url, say.original(url.host))] : []

/** By reference: Slack would fetch an image itself, and refuse the whole message where it cannot. */
function drawAttachments(
  attachments: Quote['attachments'],
  { say, base }: Drawing,
  room: Room,
): RichTextBlockElement[] {
  const lines = attachments.slice(0, room.attachments).map(({ kind, url, alt }): RichTextElement[] => {
    const place = webUrl(url, base)
    const told = text(`: ${inertLine(alt ?? '', ALT) || say.noAlt}`)
    return place
      ? [text('📎 '), link(place, say.attachment[kind]), text(` (${place.host})`), told]
      : [text(`📎 ${say.attachment[kind]}`), told]
  })
  const left = attachments.length - lines.length
  if (left > 0) lines.push([text(say.more(left))])
  return lines.length > 0 ? [section(lined(lines))] : []
}
