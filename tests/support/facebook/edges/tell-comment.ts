import { graphTime } from '../clock-text.ts'
import type { Graph } from '../graph.ts'
import { permalinkOf } from '../nodes/post.ts'
import type { Comment } from '../types.ts'

export type Verb = 'add' | 'edited' | 'remove' | 'hide' | 'unhide'

/**
 * What the feed's webhook says of a comment. One that is gone leaves its ids, and no text.
 * @see https://developers.facebook.com/docs/graph-api/webhooks/reference/page#feed
 */
export function tellComment(graph: Graph, comment: Comment, verb: Verb): void {
  const { id, post, parent, from, message, attachment, created } = comment
  const above = graph.page.posts.get(post)
  const whole = verb !== 'remove'
  graph.told({
    field: 'feed',
    value: {
      from,
      ...(whole && above
        ? {
            post: {
              status_type: above.photos.length > 0 ? 'added_photos' : 'mobile_status_update',
              is_published: true,
              updated_time: graphTime(above.updated),
              permalink_url: permalinkOf(post),
              promotion_status: 'inactive',
              id: post,
            },
          }
        : {}),
      ...(whole ? { message } : {}),
      ...(whole && attachment?.type === 'photo' ? { photo: attachment.url } : {}),
      ...(whole && attachment?.type === 'video_inline' ? { video: attachment.url } : {}),
      post_id: post,
      comment_id: id,
      created_time: Math.floor((verb === 'add' ? created : graph.clock.now()) / 1_000),
      item: 'comment',
      parent_id: parent ?? post,
      verb,
    },
  })
}
