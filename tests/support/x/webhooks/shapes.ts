import type { State } from '../state.ts'
import type { Direct, Post } from '../types.ts'
import { type Payload, tweetObject } from './tweet-object.ts'

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
