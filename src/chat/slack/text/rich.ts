import { z } from 'zod'
import { fromUnicode, withEmoji } from './emoji.ts'
import { link, type Names, type Piece, person } from './piece.ts'

const LEAF = z.object({
  type: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  name: z.string().optional(),
  unicode: z.string().optional(),
  user_id: z.string().optional(),
  usergroup_id: z.string().optional(),
  range: z.string().optional(),
  channel_id: z.string().optional(),
  timestamp: z.number().optional(),
  fallback: z.string().optional(),
  value: z.string().optional(),
})
type Leaf = z.infer<typeof LEAF>

const LEAVES = z.array(LEAF)
const LIST = z.object({
  type: z.literal('rich_text_list'),
  style: z.string(),
  indent: z.number().int().min(0).max(20).default(0),
  offset: z.number().int().default(0),
  elements: z.array(z.object({ elements: LEAVES })),
})
const RUN = z.object({
  type: z.enum(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']),
  elements: LEAVES,
})
const RICH_TEXT = z.object({
  type: z.literal('rich_text'),
  elements: z.array(z.discriminatedUnion('type', [LIST, RUN])),
})
type Part = z.infer<typeof LIST> | z.infer<typeof RUN>

/** What somebody typed in Slack's composer, with its lines; null where these blocks are something else. */
export function readRich(blocks: readonly unknown[], names: Names): Piece[] | null {
  const read = z.array(RICH_TEXT).min(1).safeParse(blocks)
  if (!read.success) return null
  const parts = read.data.flatMap(({ elements }) => elements).map((part) => readPart(part, names))
  return parts.flatMap((part, n) => (n === 0 ? part : [{ text: '\n' }, ...part]))
}

function readPart(part: Part, names: Names): Piece[] {
  if (part.type === 'rich_text_list')
    return part.elements.flatMap(({ elements }, n): Piece[] => [
      { text: `${n > 0 ? '\n' : ''}${'  '.repeat(part.indent)}${bullet(part, n)} ` },
      ...withoutLastBreak(elements.map((it) => leaf(it, names))),
    ])
  const pieces = withoutLastBreak(part.elements.map((it) => leaf(it, names)))
  if (part.type !== 'rich_text_quote') return pieces
  return [{ text: '> ' }, ...pieces.map((it) => ({ ...it, text: it.text.replaceAll('\n', '\n> ') }))]
}

const bullet = ({ style, offset }: z.infer<typeof LIST>, n: number): string =>
  style === 'ordered' ? `${n + 1 + offset}.` : '•'

/** A part ends its own line, whether or not the composer put a break at its end. */
function withoutLastBreak(pieces: Piece[]): Piece[] {
  const last = pieces.at(-1)
  return last ? [...pieces.slice(0, -1), { ...last, text: last.text.replace(/\n$/, '') }] : pieces
}

function leaf(it: Leaf, names: Names): Piece {
  switch (it.type) {
    case 'text':
      return { text: it.text ?? '' }
    case 'link':
      return link(it.url ?? it.text ?? '', it.text)
    case 'emoji':
      return { text: (it.unicode && fromUnicode(it.unicode)) || withEmoji(`:${it.name ?? ''}:`) }
    case 'user':
      return person(it.user_id ?? '', names)
    case 'usergroup':
      return { text: `@${it.usergroup_id ?? ''}`, to: 'colleague' }
    case 'broadcast':
      return { text: `@${it.range ?? ''}`, to: 'colleague' }
    case 'channel':
      return { text: `#${names.channel(it.channel_id ?? '') ?? it.channel_id ?? ''}` }
    case 'date':
      return { text: it.fallback ?? dayOf(it.timestamp) }
    case 'color':
      return { text: it.value ?? '' }
    default:
      // Something newer than this may speak to somebody: then it is not for the public.
      return { text: it.text ?? '', to: 'colleague' }
  }
}

const dayOf = (seconds: number | undefined): string => {
  const at = new Date((seconds ?? Number.NaN) * 1_000)
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 16).replace('T', ' ')
}
