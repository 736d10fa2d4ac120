import type { Ask, Method } from '../method.ts'
import { forbidden, invalid, notFound, Refused } from '../refused.ts'
import { unseen } from '../unseen.ts'

function ours({ caller, path }: Ask): string {
  if (path.id === caller.user) return path.id ?? ''
  throw invalid([
    {
      parameter: 'id',
      value: path.id ?? '',
      message: `The \`id\` query parameter value [${path.id}] must be the same as the authenticating user [${caller.user}]`,
    },
  ])
}

export const like: Method = {
  needs: 'write',
  does(ask) {
    const user = ours(ask)
    const id = String(ask.body.tweet_id ?? '')
    if (unseen(ask.state, user, id, 'tweet_id', 'data'))
      throw new Refused(404, { ...notFound('tweet', 'tweet_id', id), status: 404 })
    if (ask.state.likes.has(id, user)) throw forbidden('You have already liked this Tweet.')
    ask.state.likes.set(id, user, true)
    return { status: 200, body: { data: { liked: true } } }
  },
}

export const unlike: Method = {
  needs: 'write',
  does(ask) {
    ask.state.likes.set(ask.path.tweet_id ?? '', ours(ask), false)
    return { status: 200, body: { data: { liked: false } } }
  },
}
