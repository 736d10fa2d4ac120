import { createHash } from 'node:crypto'
import twitter from 'twitter-text'
import type { People } from './people.ts'
import type { Post } from './types.ts'

interface Entity {
  start: number
  end: number
}
interface UrlEntity extends Entity {
  url: string
  expanded_url: string
  display_url: string
  media_key?: string
}
export interface Shown {
  /** As the API gives it: links as t.co, `&`, `<` and `>` escaped, over 280 cut short. */
  text: string
  /** The whole, where `text` was cut, with what it names and links to. */
  note: { text: string; entities: Record<string, object[]> } | null
  entities: Record<string, object[]>
  displayRange: [number, number]
}

/** A post's text as others get it. Places in it count code points of the text before it was escaped. */
export function shown(post: Post, people: People): Shown {
  const username = people.byId(post.author)?.username ?? ''
  const { text: linked, urls } = withShortLinks(post)
  const cut = cutAt280(linked)
  const written = [...urls]
  let text = cut ?? linked
  if (post.media.length > 0) {
    const url = short(`${post.id} media`)
    const page = `https://x.com/${username}/status/${post.id}/photo/1`
    const start = length(text) + (text === '' ? 0 : 1)
    for (const key of post.media) {
      urls.push({
        start,
        end: start + length(url),
        url,
        expanded_url: page,
        display_url: `pic.x.com/${url.slice(13)}`,
        media_key: key,
      })
    }
    text = text === '' ? url : `${text} ${url}`
  }
  const end = length(text)
  const leading = post.inReplyTo ? (/^(?:@\w{1,15}\s+)+/.exec(text)?.[0] ?? '') : ''
  return {
    text: escaped(text),
    note: cut === null ? null : { text: escaped(linked), entities: entitiesOf(linked, written, people) },
    entities: entitiesOf(
      text,
      urls.filter((one) => one.end <= end),
      people,
    ),
    displayRange: [Math.min(length(leading), end), end],
  }
}

/** Every link becomes one of t.co; a bare `bibliotheek.nl` is a link too. */
function withShortLinks(post: Post): { text: string; urls: UrlEntity[] } {
  const urls: UrlEntity[] = []
  let text = ''
  let from = 0
  for (const { url, indices } of twitter.extractUrlsWithIndices(post.text, { extractUrlsWithoutProtocol: true })) {
    text += post.text.slice(from, indices[0])
    const to = short(`${post.versions[0]} ${url}`)
    const start = length(text)
    const expanded = /^https?:\/\//i.test(url) ? url : `http://${url}`
    const bare = url.replace(/^https?:\/\/(www\.)?/i, '')
    urls.push({
      start,
      end: start + length(to),
      url: to,
      expanded_url: expanded,
      display_url: bare.length > 27 ? `${bare.slice(0, 26)}…` : bare,
    })
    text += to
    from = indices[1]
  }
  return { text: text + post.text.slice(from), urls }
}

/** What subscribers wrote beyond 280 is cut in `text`; the whole stands in `note_tweet`. */
function cutAt280(text: string): string | null {
  if (twitter.parseTweet(text).weightedLength <= 280) return null
  const { validRangeEnd } = twitter.parseTweet(text)
  return `${text.slice(0, Math.max(0, validRangeEnd - 1)).trimEnd()}…`
}

function entitiesOf(text: string, urls: UrlEntity[], people: People): Record<string, object[]> {
  const at = (index: number) => length(text.slice(0, index))
  const mentions = twitter.extractMentionsWithIndices(text).map(({ screenName, indices: [start, end] }) => {
    const person = people.named(screenName)
    return {
      start: at(start),
      end: at(end),
      username: person?.username ?? screenName,
      ...(person ? { id: person.id } : {}),
    }
  })
  const hashtags = twitter
    .extractHashtagsWithIndices(text)
    .map(({ hashtag, indices: [start, end] }) => ({ start: at(start), end: at(end), tag: hashtag }))
  const all: Record<string, object[]> = { mentions, hashtags, urls }
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0))
}

const length = (text: string): number => [...text].length
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const short = (of: string): string =>
  `https://t.co/${createHash('sha256').update(of).digest('base64url').replace(/[-_]/g, 'x').slice(0, 10)}`
