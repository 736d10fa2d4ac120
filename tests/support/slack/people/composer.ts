import { createRequire } from 'node:module'
import type { Workspace } from '../workspace.ts'
import { escaped } from './escape.ts'

interface Emoji {
  unified: string
  short_name: string
}
const load = createRequire(import.meta.url)
const named = new Map<string, { name: string; unicode: string }>()

function emoji(character: string): { name: string; unicode: string } | undefined {
  if (named.size === 0) {
    for (const { unified, short_name: name } of load('emoji-datasource/emoji.json') as Emoji[]) {
      const key = String.fromCodePoint(...unified.split('-').map((one) => Number.parseInt(one, 16)))
      named.set(key.replaceAll('\ufe0f', ''), { name, unicode: unified.toLowerCase() })
    }
  }
  return named.get(character.replaceAll('\ufe0f', ''))
}

/** One element of a rich_text section. */
export interface Leaf {
  type: string
  text?: string
  style?: Record<string, boolean>
  [key: string]: unknown
}

const PIECES = new RegExp(
  [
    '(?<url>https?://[^\\s<>]+[^\\s<>.,;:!?\\)\'"])',
    '(?<mention>[@#][\\p{L}\\p{N}._\\-]*[\\p{L}\\p{N}_])',
    '(?<emoji>\\p{RGI_Emoji})',
    ':(?<short>[a-z0-9_+\\-]+):',
  ].join('|'),
  'gv',
)

type Styled = { style: 'bold' | 'italic' | 'strike' | 'code'; text: string }

export interface Composed {
  text: string
  blocks: { type: 'rich_text'; block_id: string; elements: { type: 'rich_text_section'; elements: Leaf[] }[] }[]
}

/** What Slack's composer makes of what somebody types: rich_text, and the mrkdwn text beside it. */
export function compose(workspace: Workspace, typed: string, blockId: string): Composed {
  const elements: Leaf[] = []
  let text = ''
  for (const part of styledParts(typed)) {
    if (typeof part === 'string') text += plainPart(workspace, part, elements)
    else {
      elements.push({ type: 'text', text: part.text, style: { [part.style]: true } })
      const mark = { bold: '*', italic: '_', strike: '~', code: '`' }[part.style]
      text += `${mark}${escaped(part.text)}${mark}`
    }
  }
  return {
    text,
    blocks: [{ type: 'rich_text', block_id: blockId, elements: [{ type: 'rich_text_section', elements }] }],
  }
}

/** The composer turns marks at the borders of words into styles while one types. */
function styledParts(typed: string): (string | Styled)[] {
  const parts: (string | Styled)[] = []
  const marks = /(?<=^|[\s(])([*_~`])(?=\S)([^\n]*?\S)\1(?=$|[\s).,;:!?])/g
  const styles = { '*': 'bold', _: 'italic', '~': 'strike', '`': 'code' } as const
  let from = 0
  for (const found of typed.matchAll(marks)) {
    if (found.index > from) parts.push(typed.slice(from, found.index))
    parts.push({ style: styles[found[1] as keyof typeof styles], text: found[2] ?? '' })
    from = found.index + found[0].length
  }
  if (from < typed.length) parts.push(typed.slice(from))
  return parts
}

function plainPart(workspace: Workspace, typed: string, elements: Leaf[]): string {
  let text = ''
  let from = 0
  const plain = (until: number) => {
    if (until <= from) return
    const words = typed.slice(from, until)
    const last = elements.at(-1)
    if (last?.type === 'text' && !last.style) last.text = (last.text ?? '') + words
    else elements.push({ type: 'text', text: words })
    text += escaped(words)
  }
  for (const found of typed.matchAll(PIECES)) {
    const made = special(workspace, found.groups ?? {})
    if (!made) continue
    plain(found.index)
    elements.push(made.element)
    text += made.text
    from = found.index + found[0].length
  }
  plain(typed.length)
  return text
}

function special(
  workspace: Workspace,
  groups: Record<string, string | undefined>,
): { element: Leaf; text: string } | null {
  if (groups.url) return { element: { type: 'link', url: groups.url }, text: `<${escaped(groups.url)}>` }
  if (groups.emoji) {
    const known = emoji(groups.emoji)
    return known ? { element: { type: 'emoji', ...known }, text: `:${known.name}:` } : null
  }
  if (groups.short) return { element: { type: 'emoji', name: groups.short }, text: `:${groups.short}:` }
  return groups.mention ? mention(workspace, groups.mention) : null
}

function mention(workspace: Workspace, typed: string): { element: Leaf; text: string } | null {
  const name = typed.slice(1)
  if (typed.startsWith('#')) {
    const channel = workspace.channelByName(name)
    return channel
      ? { element: { type: 'channel', channel_id: channel.id }, text: `<#${channel.id}|${channel.name}>` }
      : null
  }
  if (name === 'channel' || name === 'here' || name === 'everyone') {
    return { element: { type: 'broadcast', range: name }, text: `<!${name}>` }
  }
  const person = [...workspace.people.values()].find((one) => [one.name, one.displayName].includes(name))
  if (person) return { element: { type: 'user', user_id: person.id }, text: `<@${person.id}>` }
  const group = [...workspace.groups.values()].find((one) => one.handle === name && !one.disabled)
  return group ? { element: { type: 'usergroup', usergroup_id: group.id }, text: `<!subteam^${group.id}>` } : null
}
