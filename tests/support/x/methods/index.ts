import type { Method } from '../method.ts'
import { directById, directs, directsIn, directsWith, removeDirect, sendDirect, sendDirectIn } from './directs.ts'
import { like, unlike } from './likes.ts'
import { tweetById, tweetsByIds } from './lookup.ts'
import { append, describe, finalize, initialize, status } from './media.ts'
import { publish } from './publish.ts'
import { remove } from './remove.ts'
import { search } from './search.ts'
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
  'GET /2/tweets/search/recent': search,
  'POST /2/tweets': publish,
  'DELETE /2/tweets/{id}': remove,
  'POST /2/users/{id}/likes': like,
  'DELETE /2/users/{id}/likes/{tweet_id}': unlike,
  'GET /2/dm_events': directs,
  'GET /2/dm_events/{event_id}': directById,
  'DELETE /2/dm_events/{event_id}': removeDirect,
  'GET /2/dm_conversations/{id}/dm_events': directsIn,
  'GET /2/dm_conversations/with/{participant_id}/dm_events': directsWith,
  'POST /2/dm_conversations/with/{participant_id}/messages': sendDirect,
  'POST /2/dm_conversations/{dm_conversation_id}/messages': sendDirectIn,
  'POST /2/media/upload/initialize': initialize,
  'POST /2/media/upload/{id}/append': append,
  'POST /2/media/upload/{id}/finalize': finalize,
  'GET /2/media/upload': status,
  'POST /2/media/metadata': describe,
}
