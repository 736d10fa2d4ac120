import type { RichTextElement, RichTextLink, RichTextQuote, RichTextSection, RichTextText } from '@slack/types'

type Style = NonNullable<RichTextText['style']>

/**
 * Elements of rich text. What stands in a `text` element is shown letter by letter: Slack looks for neither mentions
 * nor links nor markup in it (docs.slack.dev, rich text block: those are elements of their own).
 */
export const text = (said: string, style?: Style): RichTextText => ({
  type: 'text',
  text: said,
  ...(style && { style }),
})
export const bold = (said: string): RichTextText => text(said, { bold: true })
export const italic = (said: string): RichTextText => text(said, { italic: true })

export const section = (elements: RichTextElement[]): RichTextSection => ({
  type: 'rich_text_section',
  elements: joined(elements),
})
export const quoted = (elements: RichTextElement[]): RichTextQuote => ({
  type: 'rich_text_quote',
  elements: joined(elements),
})

/** Slack takes no longer address than this. */
const LONGEST_URL = 1_000

/**
 * The address where it is one on the web, so that nobody is sent elsewhere; null for any other. A path alone is one of
 * the station's own, under `base`; `//` and `/\\` would be somebody else's.
 */
export function webUrl(url: string | null | undefined, base: string): URL | null {
  if (!url || url.length > LONGEST_URL) return null
  const whole = /^\/(?![/\\])/.test(url) ? { url, base } : { url }
  if (!URL.canParse(whole.url, whole.base)) return null
  const parsed = new URL(whole.url, whole.base)
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed : null
}

/** A link whose words are the station's own. What the public wrote is never the words of a link: it could be a lie. */
export const link = (url: URL, said: string): RichTextLink => ({ type: 'link', url: url.href, text: said })

/** Line under line. */
export const lined = (lines: RichTextElement[][]): RichTextElement[] =>
  lines.flatMap((line, n) => (n === 0 ? line : [text('\n'), ...line]))

/** Neighbours that look the same become one; empty ones, which Slack refuses, go. */
function joined(elements: RichTextElement[]): RichTextElement[] {
  const result: RichTextElement[] = []
  for (const element of elements) {
    const last = result.at(-1)
    if (element.type === 'text' && element.text === '') continue
    if (element.type === 'text' && last?.type === 'text' && !element.style && !last.style)
      result[result.length - 1] = text(last.text + element.text)
    else result.push(element)
  }
  return result
}
