import { answerOf } from '../fields.ts'
import type { Ask, Done, Method } from '../method.ts'
import { between, page } from '../paging.ts'
import { postsAnswer } from '../posts-answer.ts'
import { notFound } from '../refused.ts'
import type { Post } from '../types.ts'
import { unseen } from '../unseen.ts'

/** What shows of these (oldest first) in a list, newest first: the last version of what the caller may see and what has had its time to appear. */
export function listed(
  { state, caller, at }: Pick<Ask, 'state' | 'caller' | 'at'>,
  posts: readonly Post[],
  most = Number.POSITIVE_INFINITY,
): Post[] {
  const found: Post[] = []
  for (let index = posts.length - 1; index >= 0 && found.length < most; index--) {
    const post = posts[index]!
    if (!state.posts.isLatest(post) || post.at > at - state.lag) continue
    if (!unseen(state, caller.user, post.id, 'id', 'data')) found.push(post)
  }
  return found
}

function told(ask: Ask, posts: Post[], endpoint: string, kind: 'post' | 'mention'): Done {
  const { items, meta } = page(between(posts, ask.query), ask.query, { endpoint, most: 10 })
  const answer = answerOf({ ...postsAnswer(items, ask.state, ask.caller.user, ask.wanted), meta })
  return { status: 200, body: answer, read: { kind, ids: items.map(({ id }) => id) } }
}

const nobody = (id: string): Done => ({ status: 200, body: answerOf({ errors: [notFound('user', 'id', id)] }) })

/** GET /2/users/{id}/mentions: newest first, the newest 800. */
export const mentions: Method = {
  needs: 'read',
  appOnly: true,
  does(ask) {
    const id = ask.path.id ?? ''
    if (!ask.state.people.byId(id)) return nobody(id)
    const reach = listed(ask, ask.state.posts.mentioning(id), ask.rules.mentionsReach)
    return told(ask, reach, `mentions ${id}`, id === ask.caller.user ? 'mention' : 'post')
  },
}

/** GET /2/users/{id}/tweets: newest first, the newest 3,200. */
export const ownPosts: Method = {
  needs: 'read',
  appOnly: true,
  does(ask) {
    const id = ask.path.id ?? ''
    if (!ask.state.people.byId(id)) return nobody(id)
    const exclude = new Set(ask.query.get('exclude')?.split(','))
    const reach = listed(ask, ask.state.posts.by(id), ask.rules.postsReach)
    const left = reach.filter(
      (post) => !(exclude.has('replies') && post.inReplyTo) && !(exclude.has('retweets') && post.reposted),
    )
    return told(ask, left, `tweets ${id}`, 'post')
  },
}
