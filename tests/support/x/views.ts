import { pick, type Wanted } from './fields.ts'
import { fieldNotAuthorized, type Lack, notAuthorized, notFound } from './refused.ts'
import { shown } from './shown.ts'
import type { State } from './state.ts'
import type { Media, Person, Post } from './types.ts'

/** A post may be edited for an hour, five times: docs.x.com/x-api/fundamentals/edit-posts. */
const EDITABLE_MS = 3_600_000
const EDITS = 5

const iso = (at: number): string => new Date(at).toISOString()

export function userView(person: Person, { user }: Wanted): Record<string, unknown> {
  return pick(
    {
      id: person.id,
      name: person.name,
      username: person.username,
      created_at: iso(person.createdAt),
      protected: person.state === 'protected',
      verified: false,
      verified_type: 'none',
      profile_image_url: 'https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png',
      public_metrics: { followers_count: 0, following_count: 0, tweet_count: 0, listed_count: 0, like_count: 0 },
      description: '',
      receives_your_dm: person.takesDirects,
    },
    user,
  )
}

export function mediaView(media: Media, { media: wanted }: Wanted): Record<string, unknown> {
  const type = media.category === 'tweet_gif' ? 'animated_gif' : media.category === 'tweet_video' ? 'video' : 'photo'
  const photo = type === 'photo' ? { url: `https://pbs.twimg.com/media/${media.id}.jpg` } : {}
  return pick(
    { media_key: media.key, type, width: 640, height: 480, alt_text: media.altText ?? undefined, ...photo },
    wanted,
  )
}

export function postView(post: Post, state: State, { tweet }: Wanted): Record<string, unknown> {
  const { text, note, entities, displayRange } = shown(post, state.people)
  const { posts } = state
  const first = posts.byId(post.versions[0] ?? post.id) ?? post
  return pick(
    {
      id: post.id,
      text,
      edit_history_tweet_ids: [...post.versions],
      author_id: post.author,
      conversation_id: post.conversation,
      created_at: iso(post.at),
      in_reply_to_user_id: post.inReplyToUser ?? undefined,
      referenced_tweets: references(post),
      attachments: post.media.length > 0 ? { media_keys: post.media } : undefined,
      entities: Object.keys(entities).length > 0 ? entities : undefined,
      display_text_range: displayRange,
      note_tweet: note === null ? undefined : { text: note },
      lang: post.lang,
      possibly_sensitive: false,
      reply_settings: post.repliesClosed ? 'mentionedUsers' : 'everyone',
      edit_controls: {
        edits_remaining: Math.max(0, EDITS - post.versions.length + 1),
        is_edit_eligible: post.inReplyTo === null,
        editable_until: iso(first.at + EDITABLE_MS),
      },
      public_metrics: {
        retweet_count: 0,
        reply_count: 0,
        like_count: state.likes.count(post.id),
        quote_count: 0,
        bookmark_count: 0,
        impression_count: 0,
      },
    },
    tweet,
  )
}

function references(post: Post): { type: string; id: string }[] | undefined {
  const all = [
    post.reposted && { type: 'retweeted', id: post.reposted },
    post.quoted && { type: 'quoted', id: post.quoted },
    post.inReplyTo && { type: 'replied_to', id: post.inReplyTo },
  ].filter((one) => one !== null && one !== '')
  return all.length > 0 ? (all as { type: string; id: string }[]) : undefined
}

/** Why somebody does not get to see a post; null where he does. */
export function unseen(
  state: State,
  viewer: string | null,
  id: string,
  parameter: string,
  section: 'data' | 'includes',
): Lack | null {
  const post = state.posts.byId(id)
  const author = post && state.people.byId(post.author)
  if (!post || post.deleted || author?.state === 'suspended') return notFound('tweet', parameter, id)
  if (author?.state === 'protected' && post.author !== viewer) return notAuthorized(parameter, id, section)
  return null
}

/** What only the author may ask for. */
const PRIVATE_FIELDS = ['non_public_metrics', 'organic_metrics', 'promoted_metrics']

/** Posts with all that they refer to, as far as it was asked for, and what is missing of it. */
export function postsAnswer(
  found: readonly Post[],
  state: State,
  viewer: string | null,
  wanted: Wanted,
): { data: Record<string, unknown>[]; includes: Record<string, unknown[]>; errors: Lack[] } {
  const users = new Map<string, unknown>()
  const tweets = new Map<string, unknown>()
  const media = new Map<string, unknown>()
  const errors: Lack[] = []
  const has = (expansion: string) => wanted.expansions.has(expansion)
  const missing = new Set<string>()
  const addUser = (id: string, parameter: string) => {
    const person = state.people.byId(id)
    if (person && person.state !== 'suspended') return void users.set(id, userView(person, wanted))
    if (missing.has(`user ${id}`)) return
    missing.add(`user ${id}`)
    errors.push(notFound('user', parameter, id))
  }
  const addMedia = (post: Post) => {
    for (const key of post.media) {
      const one = state.media.byKey(key)
      if (one) media.set(key, mediaView(one, wanted))
    }
  }
  for (const post of found) {
    if (has('author_id')) addUser(post.author, 'author_id')
    if (has('in_reply_to_user_id') && post.inReplyToUser) addUser(post.inReplyToUser, 'in_reply_to_user_id')
    if (has('attachments.media_keys')) addMedia(post)
    if (has('entities.mentions.username'))
      for (const one of state.posts.mentionedIn(post.text)) addUser(one.id, 'entities.mentions.username')
    for (const { id } of references(post) ?? []) {
      if (![...wanted.expansions].some((one) => one.startsWith('referenced_tweets.id'))) break
      const no = unseen(state, viewer, id, 'referenced_tweets.id', 'includes')
      if (no) {
        if (!missing.has(`tweet ${id}`)) errors.push(no)
        missing.add(`tweet ${id}`)
        continue
      }
      const referred = state.posts.byId(id)!
      if (has('referenced_tweets.id')) tweets.set(id, postView(referred, state, wanted))
      if (has('referenced_tweets.id.author_id')) addUser(referred.author, 'referenced_tweets.id.author_id')
      if (has('referenced_tweets.id.attachments.media_keys')) addMedia(referred)
    }
  }
  for (const field of PRIVATE_FIELDS) if (wanted.tweet.has(field)) errors.push(fieldNotAuthorized(field, 'data'))
  return {
    data: found.map((post) => postView(post, state, wanted)),
    includes: { users: [...users.values()], tweets: [...tweets.values()], media: [...media.values()] },
    errors,
  }
}
