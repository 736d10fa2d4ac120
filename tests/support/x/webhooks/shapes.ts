import type { People } from '../people.ts'
import { shown } from '../shown.ts'
import type { State } from '../state.ts'
import type { Direct, Person, Post } from '../types.ts'

/**
 * Payloads of the Account Activity API, which speaks the tongue of v1.1: docs.x.com/enterprise-api/account-activity
 * and, for edits, …/enterprise-gnip-2.0/fundamentals/edit-tweets. No conversation id is in them.
 */
type Payload = Record<string, unknown>

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

function tweetObject(post: Post, state: State, depth = 0): Payload {
  const { text, note, entities, displayRange } = shown(post, state.people)
  const whole = note ?? text
  const truncated = [...whole].length > COMPAT
  const parent = post.inReplyTo ? state.posts.byId(post.inReplyTo) : undefined
  const referred = (id: string | null, name: string) => {
    const other = id === null || depth > 0 ? undefined : state.posts.byId(id)
    return other && !other.deleted ? { [name]: tweetObject(other, state, depth + 1) } : {}
  }
  const old = entitiesOf(entities, state.people)
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
      ? { extended_tweet: { full_text: whole, display_text_range: [0, [...whole].length], entities: old } }
      : {}),
    entities: old,
    favorited: false,
    retweeted: false,
    filter_level: 'low',
    lang: post.lang,
    timestamp_ms: String(post.at),
    edit_history: { initial_tweet_id: post.versions[0], edit_tweet_ids: [...post.versions] },
    edit_controls: { editable_until_ms: post.at + 3_600_000, edits_remaining: Math.max(0, 6 - post.versions.length) },
    editable: post.inReplyTo === null,
  }
}

/** Somebody wrote, answered, quoted, passed on or edited. */
export const created = (post: Post, state: State, forUser: string): Payload => ({
  for_user_id: forUser,
  ...(state.posts.mentionedIn(post.text).some(({ id }) => id === forUser) ? { user_has_blocked: false } : {}),
  tweet_create_events: [tweetObject(post, state)],
})

export const deleted = (post: Post, at: number, forUser: string): Payload => ({
  for_user_id: forUser,
  tweet_delete_events: [{ status: { id: post.id, user_id: post.author }, timestamp_ms: String(at) }],
})

export const direct = (one: Direct, state: State, forUser: string): Payload => ({
  for_user_id: forUser,
  direct_message_events: [
    {
      type: 'message_create',
      id: one.id,
      created_timestamp: String(one.at),
      message_create: {
        target: { recipient_id: one.recipient },
        sender_id: one.sender,
        message_data: { text: one.text, entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] } },
      },
    },
  ],
  users: Object.fromEntries(
    [one.sender, one.recipient].map((id) => {
      const { name, username, createdAt, state: standing } = state.people.must(id)
      const user = {
        id,
        created_timestamp: String(createdAt),
        name,
        screen_name: username,
        protected: standing === 'protected',
      }
      return [id, { ...user, verified: false, followers_count: 0, friends_count: 0, statuses_count: 0 }]
    }),
  ),
})

/** Our account withdrew the app's access. */
export const revoked = (user: string, at: number): Payload => ({
  user_event: {
    revoke: {
      date_time: new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00'),
      target: { app_id: '13090192' },
      source: { user_id: user },
    },
  },
})
