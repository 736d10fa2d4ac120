import type { Block } from './types.ts'

/** Who would be notified by mrkdwn text, and where one could click in it. */
export function inMrkdwn(text: string): { who: string[]; links: { url: string; label: string }[] } {
  const who: string[] = []
  const links: { url: string; label: string }[] = []
  if (!text.includes('<') && !text.includes('://')) return { who, links }
  const rest = text.replaceAll(/<([^<>\n]+)>/g, (_, inside: string) => {
    const [what = '', label] = inside.split('|')
    if (/^@[UW]/.test(what)) who.push(what.slice(1))
    else if (what.startsWith('!subteam^')) who.push(what.slice('!subteam^'.length))
    else if (/^!(channel|here|everyone|group)$/.test(what)) who.push(what.slice(1))
    else if (/^(https?:|mailto:)/i.test(what)) links.push({ url: what, label: label ?? what })
    return ' '
  })
  for (const [url] of rest.matchAll(/https?:\/\/[^\s<>]+/g)) links.push({ url, label: url })
  return { who, links }
}

/** The same in what `link_names` and `parse: full` make of plain text. */
export function inNames(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])@([\p{L}\p{N}._-]+)/gu)].map((found) => found[1]!)
}

export interface Found {
  who: string[]
  links: { url: string; label: string }[]
}

/** The same in blocks: mrkdwn objects, rich_text elements, buttons that lead somewhere. */
export function inBlocks(value: unknown, found: Found = { who: [], links: [] }): Found {
  if (Array.isArray(value)) {
    for (const one of value) inBlocks(one, found)
    return found
  }
  if (typeof value !== 'object' || value === null) return found
  const { type, text, url, user_id: user, usergroup_id: group, range } = value as Record<string, unknown>
  if (type === 'mrkdwn' || type === 'markdown') {
    const inside = inMrkdwn(String(text))
    found.who.push(...inside.who)
    found.links.push(...inside.links)
  } else if (type === 'user') found.who.push(String(user))
  else if (type === 'usergroup') found.who.push(String(group))
  else if (type === 'broadcast') found.who.push(String(range))
  else if (type === 'link') found.links.push({ url: String(url), label: typeof text === 'string' ? text : String(url) })
  else if (typeof url === 'string' && typeof text === 'object')
    found.links.push({ url, label: String((text as { text?: string }).text) })
  else if (type === 'date' && typeof url === 'string') found.links.push({ url, label: '' })
  for (const one of Object.values(value)) if (typeof one === 'object') inBlocks(one, found)
  return found
}

/** Everything that one reads in blocks, a line each. */
export function wordsIn(blocks: readonly Block[] | undefined): string {
  const lines: string[] = []
  for (const block of blocks ?? []) lines.push(words(block))
  return lines.filter((line) => line !== '').join('\n')
}

function words(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(words)
      .filter((one) => one !== '')
      .join(separator(value))
  if (typeof value !== 'object' || value === null) return ''
  const {
    type,
    text,
    url,
    name,
    unicode,
    user_id: user,
    usergroup_id: group,
    range,
    value: _,
    ...rest
  } = value as Record<string, unknown>
  if (type === 'emoji')
    return unicode
      ? String.fromCodePoint(
          ...String(unicode)
            .split('-')
            .map((one) => Number.parseInt(one, 16)),
        )
      : `:${name}:`
  if (type === 'user') return `<@${user}>`
  if (type === 'usergroup') return `<!subteam^${group}>`
  if (type === 'broadcast') return `<!${range}>`
  if (type === 'link') return typeof text === 'string' ? text : String(url)
  const own = typeof text === 'string' ? text : words(text)
  const inside = Object.values(rest)
    .filter((one) => typeof one === 'object')
    .map(words)
  return [own, ...inside].filter((one) => one !== '').join('\n')
}

/** The pieces of a line of rich text stand together; anything else on lines of its own. */
function separator(list: unknown[]): string {
  const leaf = list.some((one) =>
    ['text', 'link', 'emoji', 'user', 'usergroup', 'broadcast', 'date'].includes(
      String((one as { type?: unknown })?.type),
    ),
  )
  return leaf ? '' : '\n'
}
