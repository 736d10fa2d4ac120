import { pick, type Wanted } from './fields.ts'
import { shown } from './shown.ts'
import type { State } from './state.ts'
import type { Media, Person, Post } from './types.ts'

/** A post may be edited for half an hour, five times: docs.x.com/x-api/fundamentals/edit-posts. */
export const EDITABLE_MS = 1_800_000
export const EDITS = 5

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
      note_tweet: note ?? undefined,
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

/** What a post refers to, as the API tells it. */
export function references(post: Post): { type: string; id: string }[] | undefined {
  const all = [
    post.reposted && { type: 'retweeted', id: post.reposted },
    post.quoted && { type: 'quoted', id: post.quoted },
    post.inReplyTo && { type: 'replied_to', id: post.inReplyTo },
  ].filter((one) => one !== null && one !== '')
  return all.length > 0 ? (all as { type: string; id: string }[]) : undefined
}
