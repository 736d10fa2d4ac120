import { answerOf } from '../fields.ts'
import type { Method } from '../method.ts'
import { postsAnswer } from '../posts-answer.ts'
import { unseen } from '../unseen.ts'

/** GET /2/tweets: what is there in `data`, what is not in `errors`, with status 200 either way. */
export const tweetsByIds: Method = {
  needs: 'read',
  appOnly: true,
  does({ state, caller, query, wanted }) {
    const ids = [...new Set(query.get('ids')?.split(',') ?? [])]
    const missing = ids.map((id) => unseen(state, caller.user, id, 'ids', 'data')).filter((no) => no !== null)
    const gone = new Set(missing.map(({ resource_id: id }) => id))
    const found = ids.filter((id) => !gone.has(id)).map((id) => state.posts.byId(id)!)
    const { data, includes, errors } = postsAnswer(found, state, caller.user, wanted)
    const body = answerOf({ data, includes, errors: [...missing, ...errors] })
    return { status: 200, body, read: { kind: 'post', ids: found.map(({ id }) => id) } }
  },
}

/** GET /2/tweets/{id}; one that is not there is a 200 with `errors` alone. */
export const tweetById: Method = {
  needs: 'read',
  appOnly: true,
  does({ state, caller, path, wanted }) {
    const id = path.id ?? ''
    const no = unseen(state, caller.user, id, 'id', 'data')
    if (no) return { status: 200, body: answerOf({ errors: [no] }) }
    const { data, includes, errors } = postsAnswer([state.posts.byId(id)!], state, caller.user, wanted)
    return { status: 200, body: answerOf({ data: data[0], includes, errors }), read: { kind: 'post', ids: [id] } }
  },
}
