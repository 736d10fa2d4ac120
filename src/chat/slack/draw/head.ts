import type { RichTextElement } from '@slack/types'
import type { Content } from '../../../model/chat.ts'
import { cutInert } from './clip.ts'
import type { Drawing } from './drawing.ts'
import { inertLine, inertName, inertSaid } from './inert.ts'
import { bold, link, text, webUrl } from './rich.ts'
import type { Room } from './room.ts'

/** The word says it too: a colour alone tells nothing to who does not see it. */
const BADGE = { waiting: '🟠', busy: '🔵', done: '🟢', bad: '🔴', quiet: '⚪' } as const
const LINES = 60
const LABEL = 100
const MENTIONS = 20

/** The first lines: how it stands, what the station says, who is called, and where to look. */
export function drawHead(content: Content, { mention, base }: Drawing, room: Room): RichTextElement[] {
  const said = cutInert(content.text, inertSaid, { limit: room.said, lines: LINES }).shown
  const titled = content.kind === 'card' || content.kind === 'digest' || content.kind === 'post'
  const url = webUrl(content.link?.url, base)
  const parts: RichTextElement[][] = [
    content.state ? [text(`${BADGE[content.state.tone]} `), bold(inertLine(content.state.label, LABEL))] : [],
    said === '' ? [] : [text(content.kind === 'alarm' ? '🚨 ' : ''), titled ? bold(said) : text(said)],
    url ? [link(url, inertLine(content.link?.label ?? '', LABEL) || url.host)] : [],
  ].filter((it) => it.length > 0)
  const called = (content.mentions ?? []).slice(0, MENTIONS).flatMap((id) => [named(mention(id)), text(' ')])
  return [...called, ...parts.flatMap((it, n) => (n === 0 ? it : [text('  ·  '), ...it]))]
}

/** Whom Slack does not know is called by name. */
const named = (called: RichTextElement): RichTextElement =>
  called.type === 'text' ? { ...called, text: inertName(called.text) } : called
