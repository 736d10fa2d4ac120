import { type Lack, notAuthorized, notFound } from './refused.ts'
import type { State } from './state.ts'

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
