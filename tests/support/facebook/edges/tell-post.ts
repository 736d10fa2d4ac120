import type { Graph } from '../graph.ts'
import { pictureOf } from '../nodes/post.ts'
import type { Post } from '../types.ts'

/**
 * What the feed's webhook says of a post: the page's own, a visitor's, a share.
 * @see https://developers.facebook.com/docs/graph-api/webhooks/reference/page#feed
 */
export function tellPost(graph: Graph, post: Post, verb: 'add' | 'edited' = 'add'): void {
  const [photo] = post.photos
  graph.told({
    field: 'feed',
    value: {
      from: post.from,
      ...(post.message === '' ? {} : { message: post.message }),
      ...(post.link ? { link: post.link } : {}),
      ...(photo ? { link: pictureOf(photo.id), photo_id: photo.id } : {}),
      post_id: post.id,
      created_time: Math.floor(post.created / 1_000),
      item: photo ? 'photo' : post.item,
      published: 1,
      verb,
    },
  })
}

/** A post that is gone: its ids, and no text. */
export const tellGone = (graph: Graph, { id, item, from }: Post, byItsWriter: boolean): void =>
  graph.told({
    field: 'feed',
    value: {
      ...(byItsWriter ? { from } : { recipient_id: graph.page.self.id }),
      post_id: id,
      created_time: Math.floor(graph.clock.now() / 1_000),
      item,
      verb: 'remove',
    },
  })
