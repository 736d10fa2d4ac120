import { withEmoji } from './emoji.ts'
import { link, type Names, type Piece, person } from './piece.ts'

/** docs.slack.dev, formatting: everything that Slack resolved stands between these; what somebody typed is escaped. */
const RESOLVED = /<([^<>]+)>/g

/** Slack's text with its references, `<@U1>`, `<#C1|name>`, `<!here>`, `<https://…|label>`, taken apart. */
export function readMrkdwn(text: string, names: Names): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const plain = (until: number) => {
    if (until > from) pieces.push({ text: withEmoji(unescaped(text.slice(from, until))) })
  }
  for (const found of text.matchAll(RESOLVED)) {
    plain(found.index)
    pieces.push(reference(found[1] ?? '', names))
    from = found.index + found[0].length
  }
  plain(text.length)
  return pieces
}

function reference(inside: string, names: Names): Piece {
  const bar = inside.indexOf('|')
  const what = bar < 0 ? inside : inside.slice(0, bar)
  const label = bar < 0 ? undefined : unescaped(inside.slice(bar + 1))
  if (what.startsWith('@')) return person(what.slice(1), names)
  if (what.startsWith('#')) return { text: `#${names.channel(what.slice(1)) ?? (label || what.slice(1))}` }
  if (what.startsWith('!date^')) return { text: label ?? '' }
  // A group, everybody, or something newer: whatever it is, it speaks to people in Slack.
  if (what.startsWith('!')) return { text: called(label ?? what.slice(1).replace(/^subteam\^/, '')), to: 'colleague' }
  return link(unescaped(what), label)
}

const called = (name: string): string => (name.startsWith('@') ? name : `@${name}`)

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
