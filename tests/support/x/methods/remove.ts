import type { Method } from '../method.ts'
import { forbidden } from '../refused.ts'

/** DELETE /2/tweets/{id}: our own; done twice it is as good as done once. */
export const remove: Method = {
  needs: 'write',
  does({ state, caller, path }) {
    const post = state.posts.byId(path.id ?? '')
    if (post && post.author !== caller.user) throw forbidden('You are not authorized to delete this Tweet.')
    if (post && !post.deleted) state.posts.remove(post)
    return { status: 200, body: { data: { deleted: true } }, wrote: 'delete' }
  },
}
