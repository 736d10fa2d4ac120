import type { RichTextBlockElement } from '@slack/types'
import type { Content } from '../../../model/chat.ts'
import { cutInert } from './clip.ts'
import { inertLine, inertSaid } from './inert.ts'
import { bold, quoted, section, text } from './rich.ts'
import type { Room } from './room.ts'

const MARK = { danger: '🆘', notice: '📣' } as const
const LABEL = 150
/** However narrow a message gets, what to do is not what is left out. */
const LEAST = { said: 900, lines: 12 } as const

/** Above everything else: what may be the matter, and what to do. */
export function drawCare(care: Content['care'], room: Room): RichTextBlockElement[] {
  if (!care) return []
  const { shown } = cutInert(care.lines.join('\n'), inertSaid, {
    limit: Math.max(room.long, LEAST.said),
    lines: Math.max(room.lines, LEAST.lines),
  })
  return [
    section([text(`${MARK[care.tone]} `), bold(inertLine(care.label, LABEL))]),
    ...(shown === '' ? [] : [quoted([text(shown)])]),
  ]
}
