import type { Workspace } from '../workspace.ts'
import { escaped } from './escape.ts'
import { type Paragraph, paragraphs } from './paragraphs.ts'
import { type Leaf, readPieces } from './pieces.ts'

type Style = 'bold' | 'italic' | 'strike' | 'code'

interface Part {
  type: string
  elements: unknown[]
  [key: string]: unknown
}
export interface Composed {
  text: string
  blocks: { type: 'rich_text'; block_id: string; elements: Part[] }[]
}

/** What Slack's composer makes of what somebody types: rich_text, and the mrkdwn text beside it. */
export function compose(workspace: Workspace, typed: string, blockId: string): Composed {
  const drawn = paragraphs(typed).map((paragraph) => draw(workspace, paragraph))
  return {
    text: drawn.map(({ text }) => text).join('\n'),
    blocks: [{ type: 'rich_text', block_id: blockId, elements: drawn.map(({ part }) => part) }],
  }
}

function draw(workspace: Workspace, { kind, lines, first = 1 }: Paragraph): { part: Part; text: string } {
  if (kind === 'preformatted') {
    const [code = ''] = lines
    const elements = code === '' ? [] : [{ type: 'text', text: code }]
    return { part: { type: 'rich_text_preformatted', elements, border: 0 }, text: `\`\`\`${escaped(code)}\`\`\`` }
  }
  if (kind === 'bullet' || kind === 'ordered') {
    const items = lines.map((line) => section(workspace, line))
    const marked = items.map(({ text }, index) => `${kind === 'bullet' ? '•' : `${index + first}.`} ${text}`)
    const offset = first > 1 ? { offset: first - 1 } : {}
    const list = { style: kind, indent: 0, border: 0, ...offset, elements: items.map(({ part }) => part) }
    return { part: { type: 'rich_text_list', ...list }, text: marked.join('\n') }
  }
  const { part, text } = section(workspace, lines.join('\n'))
  if (kind === 'section') return { part, text }
  const quoted = text.split('\n').map((line) => `&gt; ${line}`)
  return { part: { type: 'rich_text_quote', elements: part.elements }, text: quoted.join('\n') }
}

function section(workspace: Workspace, typed: string): { part: Part; text: string } {
  const elements: Leaf[] = []
  let text = ''
  for (const stretch of styled(typed)) {
    if (typeof stretch === 'string') text += readPieces(workspace, stretch, elements)
    else {
      elements.push({ type: 'text', text: stretch.text, style: { [stretch.style]: true } })
      text += stretch.mark + escaped(stretch.text) + stretch.mark
    }
  }
  return { part: { type: 'rich_text_section', elements }, text }
}

/** The composer turns marks at the borders of words into styles while one types. */
function styled(typed: string): (string | { style: Style; mark: string; text: string })[] {
  const parts: ReturnType<typeof styled> = []
  const marks = /(?<=^|[\s(])([*_~`])(?=\S)([^\n]*?\S)\1(?=$|[\s).,;:!?])/g
  const styles: Record<string, Style> = { '*': 'bold', _: 'italic', '~': 'strike', '`': 'code' }
  let from = 0
  for (const found of typed.matchAll(marks)) {
    const [whole, mark = '', text = ''] = found
    if (found.index > from) parts.push(typed.slice(from, found.index))
    parts.push({ style: styles[mark] ?? 'bold', mark, text })
    from = found.index + whole.length
  }
  if (from < typed.length) parts.push(typed.slice(from))
  return parts
}

/** What a slash command is given: a line of plain words, in which people and channels are mentions; nothing is styled. */
export const composeCommand = (workspace: Workspace, typed: string): string => readPieces(workspace, typed, [])
