import type { PlainTextElement } from '@slack/types'
import { clip } from './clip.ts'
import { inertText } from './inert.ts'

/** So much more than is shown is looked at, for spaces that fall out. */
const LOOKED_AT = 8

/**
 * A text that Slack shows as it stands, on one line, with at most `limit` characters. Slack refuses an empty one.
 * `emoji: false`: `:smile:` in somebody's name stays those letters.
 */
export function plain(text: string, limit: number): PlainTextElement {
  const line = clip(
    inertText(text.slice(0, limit * LOOKED_AT))
      .replace(/\s+/g, ' ')
      .trim(),
    limit,
  )
  return { type: 'plain_text', text: line === '' ? '–' : line, emoji: false }
}
