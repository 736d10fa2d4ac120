import { graphTime } from '../clock-text.ts'
import { commentsOf } from '../edges/comments-of.ts'
import type { Comment } from '../types.ts'
import { type Shape, some } from './node.ts'
import { permalinkOf } from './post.ts'

/** @see https://developers.facebook.com/docs/graph-api/reference/comment */
export const COMMENT: Shape<Comment> = {
  title: 'Comment',
  defaults: ['created_time', 'from', 'message'],
  fields: {
    id: ({ id }) => id,
    message: ({ message }) => message,
    created_time: ({ created }) => graphTime(created),
    // Whose it is only the page's own token with the public's content is told.
    from: ({ from }, { field, graph, call: { token } }) =>
      from.id === graph.page.self.id || (token.kind === 'page' && token.permissions.has('pages_read_user_content'))
        ? some({ ...from }, field.fields)
        : undefined,
    parent: ({ parent }, { graph, field, draw }) => {
      const found = parent === null ? undefined : graph.page.comments.get(parent)
      return found && draw(found, field.fields)
    },
    object: ({ post }, { graph, field, draw }) => {
      const found = graph.page.posts.get(post)
      return found && draw(found, field.fields)
    },
    attachment: ({ attachment }) =>
      attachment
        ? {
            type: attachment.type,
            media: { image: { src: attachment.url, height: 720, width: 720 } },
            url: attachment.url,
            target: { url: attachment.url },
          }
        : undefined,
    permalink_url: ({ id, post }) => `${permalinkOf(post)}&comment_id=${id.split('_')[1]}`,
    is_hidden: ({ hidden }) => hidden,
    can_hide: ({ from }, { graph }) => from.id !== graph.page.self.id,
    can_remove: () => true,
    can_comment: () => true,
    can_like: () => true,
    can_reply_privately: ({ from }, { graph }) => from.id !== graph.page.self.id,
    like_count: ({ likes, likedByUs }) => likes + (likedByUs ? 1 : 0),
    user_likes: ({ likedByUs }) => likedByUs,
    comment_count: ({ id }, { graph }) => graph.page.under(id, true).length,
    comments: ({ id }, drawing) => commentsOf(id, drawing),
  },
}
