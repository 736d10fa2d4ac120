import type { People } from '../people.ts'
import { shown } from '../shown.ts'
import type { State } from '../state.ts'
import type { Person, Post } from '../types.ts'
import { EDITABLE_MS, EDITS } from '../views.ts'

/**
 * Payloads of the Account Activity API, which speaks the tongue of v1.1: docs.x.com/enterprise-api/account-activity
 * and, for edits, …/enterprise-gnip-2.0/fundamentals/edit-tweets. No conversation id is in them.
 */
export type Payload = Record<string, unknown>

/** `Mon May 19 14:01:46 +0000 2025`. */
function oldTime(at: number): string {
  const [day = '', date, month, year, time] = new Date(at).toUTCString().split(' ')
  return `${day.replace(',', '')} ${month} ${date} ${time} +0000 ${year}`
}

function userObject(person: Person): Payload {
  return {
    id: BigInt(person.id),
    id_str: person.id,
    name: person.name,
    screen_name: person.username,
    location: null,
    url: null,
    description: null,
    protected: person.state === 'protected',
    verified: false,
    followers_count: 0,
    friends_count: 0,
    listed_count: 0,
    favourites_count: 0,
    statuses_count: 0,
    created_at: oldTime(person.createdAt),
    profile_image_url_https: 'https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png',
    default_profile: true,
  }
}

function entitiesOf(entities: Record<string, object[]>, people: People): Payload {
  const places = (list: object[] | undefined) =>
    (list ?? []) as { start: number; end: number; [name: string]: unknown }[]
  return {
    hashtags: places(entities.hashtags).map(({ start, end, tag }) => ({ text: tag, indices: [start, end] })),
    urls: places(entities.urls)
      .filter(({ media_key: key }) => key === undefined)
      .map(({ start, end, url, expanded_url, display_url }) => ({
        url,
        expanded_url,
        display_url,
        indices: [start, end],
      })),
    user_mentions: places(entities.mentions).map(({ start, end, username, id }) => ({
      screen_name: username,
      name: people.named(String(username))?.name ?? null,
      ...(id ? { id: BigInt(String(id)), id_str: id } : {}),
      indices: [start, end],
    })),
    symbols: [],
  }
}

/** A post over 140 characters is cut in `text`; the whole stands in `extended_tweet`. */
const COMPAT = 140

export function tweetObject(post: Post, state: State, depth = 0): Payload {
  const { text, note, entities, displayRange } = shown(post, state.people)
  const whole = note?.text ?? text
  const truncated = [...whole].length > COMPAT
  const parent = post.inReplyTo ? state.posts.byId(post.inReplyTo) : undefined
  const referred = (id: string | null, name: string) => {
    const other = id === null || depth > 0 ? undefined : state.posts.byId(id)
    return other && !other.deleted ? { [name]: tweetObject(other, state, depth + 1) } : {}
  }
  const named = entitiesOf(note?.entities ?? entities, state.people)
  return {
    created_at: oldTime(post.at),
    id: BigInt(post.id),
    id_str: post.id,
    text: truncated ? `${[...text].slice(0, COMPAT - 25).join('')}… https://t.co/${post.id.slice(-10)}` : text,
    display_text_range: truncated ? [0, COMPAT] : displayRange,
    source: '<a href="https://mobile.x.com" rel="nofollow">X Web App</a>',
    truncated,
    in_reply_to_status_id: post.inReplyTo ? BigInt(post.inReplyTo) : null,
    in_reply_to_status_id_str: post.inReplyTo,
    in_reply_to_user_id: post.inReplyToUser ? BigInt(post.inReplyToUser) : null,
    in_reply_to_user_id_str: post.inReplyToUser,
    in_reply_to_screen_name: parent ? state.people.must(parent.author).username : null,
    user: userObject(state.people.must(post.author)),
    geo: null,
    coordinates: null,
    place: null,
    contributors: null,
    is_quote_status: post.quoted !== null,
    ...(post.quoted ? { quoted_status_id: BigInt(post.quoted), quoted_status_id_str: post.quoted } : {}),
    ...referred(post.quoted, 'quoted_status'),
    ...referred(post.reposted, 'retweeted_status'),
    ...(truncated
      ? { extended_tweet: { full_text: whole, display_text_range: [0, [...whole].length], entities: named } }
      : {}),
    entities: named,
    favorited: false,
    retweeted: false,
    filter_level: 'low',
    lang: post.lang,
    timestamp_ms: String(post.at),
    edit_history: { initial_tweet_id: post.versions[0], edit_tweet_ids: [...post.versions] },
    edit_controls: {
      editable_until_ms: post.at + EDITABLE_MS,
      edits_remaining: Math.max(0, EDITS + 1 - post.versions.length),
    },
    editable: post.inReplyTo === null,
  }
}
