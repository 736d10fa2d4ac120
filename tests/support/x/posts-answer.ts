import type { Wanted } from './fields.ts'
import { fieldNotAuthorized, type Lack, notFound } from './refused.ts'
import type { State } from './state.ts'
import type { Post } from './types.ts'
import { unseen } from './unseen.ts'
import { mediaView, postView, references, userView } from './views.ts'

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
    for (const id of has('edit_history_tweet_ids') ? post.versions : []) {
      if (id !== post.id) tweets.set(id, postView(state.posts.byId(id)!, state, wanted))
    }
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
