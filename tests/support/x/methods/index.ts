import type { Method } from '../method.ts'
import { like, unlike } from './likes.ts'
import { tweetById, tweetsByIds } from './lookup.ts'
import { publish } from './publish.ts'
import { remove } from './remove.ts'
import { mentions, ownPosts } from './timelines.ts'
import { me, userById, userByName } from './users.ts'

/** The endpoints that are played, by their method and template in X's description. */
export const METHODS: Readonly<Record<string, Method>> = {
  'GET /2/users/me': me,
  'GET /2/users/{id}': userById,
  'GET /2/users/by/username/{username}': userByName,
  'GET /2/users/{id}/mentions': mentions,
  'GET /2/users/{id}/tweets': ownPosts,
  'GET /2/tweets': tweetsByIds,
  'GET /2/tweets/{id}': tweetById,
  'POST /2/tweets': publish,
  'DELETE /2/tweets/{id}': remove,
  'POST /2/users/{id}/likes': like,
  'DELETE /2/users/{id}/likes/{tweet_id}': unlike,
}
