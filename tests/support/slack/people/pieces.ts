import type { Workspace } from '../workspace.ts'
import { type Emoji, emojiNamed, emojiOf } from './emoji.ts'
import { escaped } from './escape.ts'

/** One element of a rich_text section. */
export interface Leaf {
  type: string
  text?: string
  style?: Record<string, boolean>
  [key: string]: unknown
}
/** A piece as rich text has it, and as the text beside it has it. */
interface Piece {
  element: Leaf
  text: string
}

/** What Slack's composer makes something of: addresses with and without a scheme, mail, mentions, emoji. */
const PIECES = new RegExp(
  [
    '(?<url>https?://[^\\s<>]+[^\\s<>.,;:!?\\)\'"])',
    '(?<mail>[\\p{L}\\p{N}._+\\-]+@[\\p{L}\\p{N}\\-]+(?:\\.[\\p{L}\\p{N}\\-]+)+)',
    '(?<=^|[\\s\\(])(?<domain>(?:[\\p{L}\\p{N}\\-]+\\.)+(?:nl|be|de|eu|com|org|net)(?:/[^\\s<>]*[^\\s<>.,;:!?\\)])?)(?![\\p{L}\\p{N}])',
    '(?<![\\p{L}\\p{N}])(?<mention>[@#][\\p{L}\\p{N}._\\-]*[\\p{L}\\p{N}_])',
    '(?<emoji>\\p{RGI_Emoji})',
    ':(?<short>[a-z0-9_+\\-]+):',
  ].join('|'),
  'gv',
)

/** Adds what was typed to `elements`, piece by piece; answers with the text beside them. */
export function readPieces(workspace: Workspace, typed: string, elements: Leaf[]): string {
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
    const made = pieceOf(workspace, found.groups ?? {})
    if (!made) continue
    plain(found.index)
    elements.push(made.element)
    text += made.text
    from = found.index + found[0].length
  }
  plain(typed.length)
  return text
}

function pieceOf(workspace: Workspace, groups: Record<string, string | undefined>): Piece | null {
  const { url, mail, domain, mention, emoji, short } = groups
  if (url) return { element: { type: 'link', url }, text: `<${escaped(url)}>` }
  if (mail) return linked(`mailto:${mail}`, mail)
  // From memory: without a scheme the address gets http, and what was typed stays its label.
  if (domain) return linked(`http://${domain}`, domain)
  if (mention) return mentioned(workspace, mention)
  const known = emoji ? emojiOf(emoji) : emojiNamed(short ?? '')
  return known ? shownEmoji(known) : null
}

const linked = (url: string, label: string): Piece => ({
  element: { type: 'link', url, text: label },
  text: `<${escaped(url)}|${escaped(label)}>`,
})

function shownEmoji(emoji: Emoji): Piece {
  const tone = emoji.skin_tone ? `:skin-tone-${emoji.skin_tone}:` : ''
  return { element: { type: 'emoji', ...emoji }, text: `:${emoji.name}:${tone}` }
}

/** People are found by user name or by the name they show, groups by handle, channels by name. */
function mentioned(workspace: Workspace, typed: string): Piece | null {
  const name = typed.slice(1)
  if (typed.startsWith('#')) {
    const channel = workspace.channelByName(name)
    const text = `<#${channel?.id}|${channel?.name}>`
    return channel ? { element: { type: 'channel', channel_id: channel.id }, text } : null
  }
  if (name === 'channel' || name === 'here' || name === 'everyone') {
    return { element: { type: 'broadcast', range: name }, text: `<!${name}>` }
  }
  const person = [...workspace.people.values()].find((one) => [one.name, one.displayName].includes(name))
  if (person) return { element: { type: 'user', user_id: person.id }, text: `<@${person.id}>` }
  const group = [...workspace.groups.values()].find((one) => one.handle === name && !one.disabled)
  return group ? { element: { type: 'usergroup', usergroup_id: group.id }, text: `<!subteam^${group.id}>` } : null
}
