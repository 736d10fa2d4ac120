import type { ContextBlock, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types'
import type { Content } from '../../../model/chat.ts'
import type { Language } from '../../../model/station.ts'
import { slackWording } from '../../../wording/slack.ts'
import type { Draw } from '../parts.ts'
import { drawActions } from './actions.ts'
import { drawCare } from './care.ts'
import type { Drawing } from './drawing.ts'
import { drawFacts } from './facts.ts'
import { drawHead } from './head.ts'
import { idOf } from './ids.ts'
import { notification } from './notification.ts'
import { plain } from './plain.ts'
import { drawQuote } from './quote.ts'
import { section, text } from './rich.ts'
import { fits, ROOMS, type Room } from './room.ts'

interface DrawParts {
  mention(id: string): RichTextElement
  language(): Language
  zone(): string
  /** The station's own address. */
  address(): string
}

/**
 * Draws a message of the station's as Block Kit. There is no mrkdwn in it: what anybody wrote stands in plain text and
 * in `text` elements of rich text, where Slack finds no mention, no link and no markup.
 */
export const createDraw =
  (parts: DrawParts): Draw =>
  (content) => {
    const language = parts.language()
    const drawing: Drawing = {
      say: slackWording(language),
      language,
      zone: parts.zone(),
      base: parts.address(),
      mention: parts.mention,
    }
    const blocks = drawnIn(content, drawing)
    return { text: notification(content, drawing), blocks }
  }

/** In the roomiest way that Slack takes. */
function drawnIn(content: Content, drawing: Drawing): KnownBlock[] {
  let blocks: KnownBlock[] = []
  for (const room of ROOMS) {
    blocks = blocksOf(content, drawing, room)
    if (fits(blocks)) break
  }
  return blocks
}

function blocksOf(content: Content, drawing: Drawing, room: Room): KnownBlock[] {
  const head = drawHead(content, drawing, room)
  const rich: RichTextBlock['elements'] = [
    ...drawCare(content.care, room),
    section(head),
    ...(content.quote ? drawQuote(content.quote, isTitled(content), drawing, room) : []),
    ...drawFacts(content, drawing, room),
  ].filter((it) => it.elements.length > 0)
  if (rich.length === 0) rich.push(section([text(drawing.say.empty)]))
  return [
    { type: 'rich_text', block_id: idOf(content), elements: rich },
    ...(content.banner ? [banner(content.banner)] : []),
    ...drawActions(content, room),
  ]
}

/** A card's title names its author. */
const isTitled = ({ text, quote }: Content): boolean => quote !== undefined && text.includes(`@${quote.author}`)

/** Whether it is in earnest has to be seen before anybody presses a button. */
const banner = (said: string): ContextBlock => ({
  type: 'context',
  elements: [plain(`${said.includes('LIVE') ? '🔴' : '🧪'} ${said}`, 150)],
})
